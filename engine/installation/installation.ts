import { dequal } from 'dequal/lite'
import type { Configuration } from '../../shared/config/configuration.ts'
import { englishAdvice } from '../../shared/set-up/advice.ts'
import type { SetUpProblem } from '../../shared/set-up/set-up.ts'
import { seconds } from '../../shared/time/time.ts'
import type { Cancel, Log } from '../ports.ts'
import type { PreviewConfiguration, InstallationParts } from './panel-dependencies.ts'
import { createActivePanel } from './active-panel.ts'
import { takeBy } from './apply-configuration.ts'

export interface Installation<Work> {
  /** Resolves when the door has a true state to show: the stored reading, or why the panel is not set up. */
  readonly hasBegun: Promise<void>
  /** The panel's work; undefined while the panel is not set up. */
  readonly work: () => Work | undefined
  /**
   * Applies this configuration at once, as it is written now. Resolves to whether it is in force; if not, the
   * next look tries again.
   */
  readonly applyConfiguration: (written: Configuration) => Promise<boolean>
  readonly stop: () => void
}

/** How often a panel that is not set up checks again, ms. */
const setUpAgain = seconds(10)

/**
 * If an order takes longer than this, the door shows that the panel is starting, instead of a dark screen.
 * Ms.
 */
const longestBeginning = seconds(5)

/**
 * Sets the panel up as soon as possible, and from then on follows IT's changes of the configuration. An
 * unusable configuration changes nothing: the panel continues with the last usable one.
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

/** The time before the door has a true state to show. */
function createBeginning(): { readonly over: Promise<void>; readonly end: () => void } {
  let end = nothing
  const over = new Promise<void>((resolve) => (end = resolve))
  return { over, end: () => end() }
}

const nothing = (): void => undefined

/** Logs a problem of the set-up, or an unusable configuration, once and not at each look. */
function createComplaints(log: Log, event: string): (problem: SetUpProblem | undefined) => void {
  let told: SetUpProblem | undefined
  return (problem) => {
    if (problem !== undefined && !dequal(problem, told))
      log.warn(event, { ...problem, action: englishAdvice[problem.kind] })
    told = problem
  }
}
