import type { Configuration } from '../../shared/config/configuration.ts'
import { advice } from '../../shared/set-up/advice.ts'
import type { SetUpProblem } from '../../shared/set-up/set-up.ts'
import type { PanelRules } from '../../shared/snapshot/panel-rules.ts'
import { seconds } from '../../shared/time/time.ts'
import type { Cancel, Log } from '../ports.ts'
import type { PreviewConfiguration, InstallationParts } from './panel-dependencies.ts'
import { createActivePanel } from './active-panel.ts'
import { takeBy } from './apply-configuration.ts'

export interface Installation<Work> {
  /** Resolves when there is something true to show: what was known last, or why the panel is not set up. */
  readonly hasBegun: Promise<void>
  readonly rulesNow: () => PanelRules
  /** Nothing, as long as the panel is not set up. */
  readonly work: () => Work | undefined
  /** Goes over to this configuration at once, as written by now. Says whether it is in force; if not, the next look tries. */
  readonly applyConfiguration: (written: Configuration) => Promise<boolean>
  readonly stop: () => void
}

/** How soon a panel that is not set up looks whether it is by now, ms. */
const setUpAgain = seconds(10)

/** Longer nobody looks at a dark screen while an order is carried out: then the panel says that it begins. Ms. */
const longestBeginning = seconds(5)

/**
 * Sets the panel up as soon as that is possible, and from then on goes by what IT writes into the configuration. What
 * can't be used changes nothing: the panel goes on with the last that could.
 */
export function install<Work extends { readonly stop: () => void }>(
  parts: InstallationParts<Work>,
): Installation<Work> {
  const { clock, log, panel } = parts
  const activePanel = createActivePanel(parts)
  const complainOfSetUp = createComplaints(log, 'set-up.failed')
  const complain = createComplaints(log, 'configuration.not-taken')
  let stopWaiting: Cancel | undefined
  let isStopped = false
  const beginning = createBeginning()
  const take = takeBy(parts, activePanel, () => isStopped)

  const previewConfiguration: PreviewConfiguration = async (configuration) => {
    await activePanel.previewConfiguration(configuration)
    beginning.end()
  }
  const prepare = async (): Promise<void> => {
    const found = await parts.setUp('new', previewConfiguration)
    if (isStopped) return
    complainOfSetUp(found.ok ? undefined : found.error)
    if (found.ok) {
      activePanel.begin(found.value)
      stopWaiting = parts.followConfiguration(async (read) =>
        complain(read.ok ? await take(read.value) : read.error),
      )
      return beginning.end()
    }
    if (found.error.kind === 'configurationMissing') parts.forget()
    panel.apply({ kind: 'setUpFailed', problem: found.error })
    parts.show()
    beginning.end()
    stopWaiting = clock.after(setUpAgain, () => void prepare())
  }
  const stopHoping = clock.after(longestBeginning, beginning.end)
  void prepare()

  return {
    hasBegun: beginning.over,
    rulesNow: activePanel.rulesNow,
    work: activePanel.work,
    applyConfiguration: async (written) =>
      (await take(written)) === undefined && activePanel.work() !== undefined,
    stop: () => {
      isStopped = true
      stopHoping()
      stopWaiting?.()
      activePanel.work()?.stop()
    },
  }
}

/** The time in which there is nothing true to show yet. */
function createBeginning(): { readonly over: Promise<void>; readonly end: () => void } {
  let end = nothing
  const over = new Promise<void>((resolve) => (end = resolve))
  return { over, end: () => end() }
}

const nothing = (): void => undefined

/** What keeps a panel from its work, or a configuration that can't be used, is told of once, and not at each look. */
function createComplaints(log: Log, event: string): (problem: SetUpProblem | undefined) => void {
  let told: string | undefined
  return (problem) => {
    const telling = problem && JSON.stringify(problem)
    if (problem !== undefined && telling !== told)
      log.warn(event, { ...problem, action: advice[problem.kind] })
    told = telling
  }
}
