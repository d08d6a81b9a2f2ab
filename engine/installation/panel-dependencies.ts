import type { Configuration } from '../../shared/config/configuration.ts'
import type { Recollection } from '../../shared/reading/cached-schedule.ts'
import type { Result } from '../../shared/result.ts'
import type { SetUpProblem } from '../../shared/set-up/set-up.ts'
import type { PanelRules } from '../../shared/snapshot/panel-rules.ts'
import type { DoorCalendar } from '../reservation-calendar.ts'
import type { CurrentRules } from '../panel/current-rules.ts'
import type { PanelStore } from '../panel/panel-store.ts'
import type { CallCounter, Clock, FollowConfiguration, Log, TabletSettings } from '../ports.ts'

/** The parts that a panel needs for its work. */
export interface PanelDependencies {
  readonly configuration: Configuration
  readonly calendar: DoorCalendar
  /** The month's calls. Without it the panel's share is that of the rest of the month. */
  readonly calls?: Pick<CallCounter, 'shareOf'>
}

/**
 * `new`: no panel works yet, so an order in a file may set it up; `working`: only the configuration is read.
 */
export type Standing = 'new' | 'working'

/** Shows the part of the door that needs only the configuration. */
export type PreviewConfiguration = (configuration: Configuration) => Promise<void>

export interface SetUpSource {
  /**
   * Configuration, credentials and the calendar made of them. Asked again until it succeeds. Hands over the configuration
   * as soon as it is read, and waits for `previewConfiguration`: a keyring may take its time.
   */
  readonly setUp: (
    standing: Standing,
    previewConfiguration: PreviewConfiguration,
  ) => Promise<Result<PanelDependencies, SetUpProblem>>
  readonly followConfiguration: FollowConfiguration
}

export interface InstallationParts<Work> extends SetUpSource {
  readonly clock: Clock
  readonly log: Log
  readonly tablet: TabletSettings
  readonly random?: () => number
  readonly panel: PanelStore
  readonly rules: CurrentRules
  /** The stored knowledge of the room from before the panel's start. */
  readonly recall: (configuration: Configuration, rules: PanelRules) => Promise<Recollection | undefined>
  /** Deletes the stored knowledge, because the panel has no room any more. */
  readonly forget: () => void
  /** Starts the panel's work with these dependencies. */
  readonly begin: (dependencies: PanelDependencies) => Work
  /** Shows the panel's present state while no work would show it. */
  readonly show: () => void
}
