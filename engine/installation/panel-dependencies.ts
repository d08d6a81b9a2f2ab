import type { Configuration } from '../../shared/config/configuration.ts'
import type { Recollection } from '../../shared/reading/cached-schedule.ts'
import type { Result } from '../../shared/result.ts'
import type { SetUpProblem } from '../../shared/set-up/set-up.ts'
import type { PanelRules } from '../../shared/snapshot/panel-rules.ts'
import type { RoomCalendar } from '../calendars/room-calendar.ts'
import type { PanelStore } from '../panel/panel-store.ts'
import type { CallCounter, Clock, FollowConfiguration, Log, TabletSettings } from '../ports.ts'

/** What a panel works with. */
export interface PanelDependencies {
  readonly configuration: Configuration
  readonly calendar: RoomCalendar
  /** The month's calls. Without it only the rest of the month is the panel's. */
  readonly calls?: Pick<CallCounter, 'shareOf'>
}

/** `new`: nothing works yet, so an order in a file may set the panel up; `working`: only the configuration is looked at. */
export type Standing = 'new' | 'working'

/** Shows what the configuration alone allows to show. */
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
  /** What was known of the room before the panel began. */
  readonly recall: (configuration: Configuration, rules: PanelRules) => Promise<Recollection | undefined>
  /** There is no room any more to know anything of. */
  readonly forget: () => void
  /** Sets the panel to work with this dependencies. */
  readonly begin: (dependencies: PanelDependencies, rulesNow: () => PanelRules) => Work
  /** Shows what the panel is now, where nothing works that would. */
  readonly show: () => void
}
