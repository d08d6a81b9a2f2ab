import type { Configuration } from '../shared/config/configuration.ts'
import { advice } from '../shared/domain/advice.ts'
import type { Recollection } from '../shared/domain/kept-reading.ts'
import type { Policy } from '../shared/domain/policy.ts'
import { changedPolicy } from '../shared/domain/policy-change.ts'
import type { SetUpProblem } from '../shared/domain/set-up.ts'
import { seconds } from '../shared/domain/time.ts'
import type { View } from '../shared/domain/view.ts'
import type { Result } from '../shared/result.ts'
import type { PanelStore } from './panel/panel-store.ts'
import { policyOf, viewOf, viewOfTablet } from './panel/view.ts'
import type {
  CallCounter,
  Cancel,
  Clock,
  FollowConfiguration,
  Log,
  RoomCalendar,
  TabletSettings,
} from './ports.ts'

/** What a panel works with. */
export interface Equipment {
  readonly configuration: Configuration
  readonly calendar: RoomCalendar
  /** The month's calls. Without it the fair share of the month is taken for spent. */
  readonly calls?: Pick<CallCounter, 'spentOf'>
}

/** `new`: nothing works yet, so an order in a file may set the panel up; `working`: only the configuration is looked at. */
export type Standing = 'new' | 'working'

/** Shows what the configuration alone allows to show. */
export type Foresee = (configuration: Configuration) => Promise<void>

export interface SetUpSource {
  /**
   * Configuration, credentials and the calendar made of them. Asked again until it succeeds. Hands over the configuration
   * as soon as it is read, and waits for `foresee`: a keyring may take its time.
   */
  readonly setUp: (standing: Standing, foresee: Foresee) => Promise<Result<Equipment, SetUpProblem>>
  readonly followConfiguration: FollowConfiguration
}

export interface InstallationParts<Work> extends SetUpSource {
  readonly clock: Clock
  readonly log: Log
  readonly tablet: TabletSettings
  readonly random?: () => number
  readonly panel: PanelStore
  /** What was known of the room before the panel began; nothing, if that is in doubt. */
  readonly recall: (configuration: Configuration, view: View) => Promise<Recollection | undefined>
  /** There is no room any more to know anything of. */
  readonly forget: () => void
  /** Sets the panel to work with this equipment. */
  readonly begin: (equipment: Equipment, viewNow: () => View) => Work
  /** Shows what the panel is now, where nothing works that would. */
  readonly show: () => void
}

export interface Installation<Work> {
  /** Resolves when there is something true to show: what was known last, or why the panel is not set up. */
  readonly hasBegun: Promise<void>
  readonly viewNow: () => View
  /** Nothing, as long as the panel is not set up. */
  readonly work: () => Work | undefined
  /** Goes over to this configuration at once, as written by now. Says whether it is in force; if not, the next look tries. */
  readonly takeUp: (written: Configuration) => Promise<boolean>
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
  const site = createSite(parts)
  const complain = createComplaints(log)
  let stopWaiting: Cancel | undefined
  let isStopped = false
  const beginning = createBeginning()
  const take = takeBy(parts, site, () => isStopped)

  const foresee: Foresee = async (configuration) => {
    await site.foresee(configuration)
    beginning.isOver()
  }
  const prepare = async (): Promise<void> => {
    const found = await parts.setUp('new', foresee)
    if (isStopped) return
    if (found.ok) {
      site.begin(found.value)
      stopWaiting = parts.followConfiguration(async (read) =>
        complain(read.ok ? await take(read.value) : read.error),
      )
      return beginning.isOver()
    }
    log.warn('set-up.failed', { ...found.error, action: advice[found.error.kind] })
    if (found.error.kind === 'configurationMissing') parts.forget()
    panel.apply({ kind: 'setUpFailed', problem: found.error })
    parts.show()
    beginning.isOver()
    stopWaiting = clock.after(setUpAgain, () => void prepare())
  }
  const stopHoping = clock.after(longestBeginning, beginning.isOver)
  void prepare()

  return {
    hasBegun: beginning.over,
    viewNow: site.viewNow,
    work: site.work,
    takeUp: async (written) => (await take(written)) === undefined && site.work() !== undefined,
    stop: () => {
      isStopped = true
      stopHoping()
      stopWaiting?.()
      site.work()?.stop()
    },
  }
}

function createBeginning(): { readonly over: Promise<void>; readonly isOver: () => void } {
  let isOver = nothing
  const over = new Promise<void>((resolve) => (isOver = resolve))
  return { over, isOver: () => isOver() }
}

const nothing = (): void => undefined

interface Site<Work> {
  readonly viewNow: () => View
  readonly work: () => Work | undefined
  /** The configuration in force. */
  readonly configuration: () => Configuration | undefined
  /** Shows what is known of the room before there is anything to work with. */
  readonly foresee: Foresee
  /** Puts this in the place of whatever was there before. */
  readonly begin: (equipment: Equipment) => void
  /** Goes on with what is there, by these words. */
  readonly changeRules: (configuration: Configuration) => void
}

function createSite<Work extends { readonly stop: () => void }>({
  clock,
  panel,
  tablet,
  random,
  recall,
  begin,
}: InstallationParts<Work>): Site<Work> {
  let viewAt = viewOfTablet(tablet)
  let equipment: Equipment | undefined
  let work: Work | undefined
  let known: Recollection | undefined

  const viewNow = (): View => viewAt(clock.now())
  const tell = (recollection: Recollection | undefined): void => {
    if (recollection !== undefined) panel.apply({ kind: 'recalled', ...recollection })
  }
  const look = ({ configuration, calls }: Omit<Equipment, 'calendar'>, policy: Policy): void => {
    viewAt = viewOf(configuration, tablet, { policy, ...calls, ...(random && { random }) })
  }
  return {
    viewNow,
    work: () => work,
    configuration: () => equipment?.configuration,
    foresee: async (configuration) => {
      look({ configuration }, policyOf(configuration))
      known = await recall(configuration, viewNow())
      tell(known)
    },
    begin: (found) => {
      work?.stop()
      equipment = found
      look(found, policyOf(found.configuration))
      panel.apply({ kind: 'setUp' })
      tell(known)
      known = undefined
      work = begin(found, viewNow)
    },
    changeRules: (configuration) => {
      if (equipment === undefined) return
      equipment = { ...equipment, configuration }
      look(equipment, changedPolicy(viewNow().policy, policyOf(configuration), clock.now()))
      panel.apply({ kind: 'rulesChanged' })
    },
  }
}

/** Takes a configuration up, one after the other; gives why it can't be used. */
function takeBy<Work>(
  { log, setUp, recall }: InstallationParts<Work>,
  site: Site<Work>,
  isOver: () => boolean,
): (wanted: Configuration) => Promise<SetUpProblem | undefined> {
  const take = async (wanted: Configuration): Promise<SetUpProblem | undefined> => {
    const before = site.configuration()
    const changed = before === undefined ? [] : changedParts(before, wanted)
    if (changed.length === 0) return undefined
    if (changed.some((part) => beginsAnew.includes(part))) {
      // Only so that what is known of another room is forgotten.
      const found = await setUp('working', async (configuration) => {
        await recall(configuration, site.viewNow())
      })
      if (!found.ok) return found.error
      if (isOver()) return undefined
      site.begin(found.value)
    } else site.changeRules(wanted)
    log.info('configuration.taken', { changed })
    return undefined
  }
  let last: Promise<unknown> = Promise.resolve()
  return (wanted) => {
    const mine = last.then(() => take(wanted))
    last = Promise.allSettled([mine])
    return mine
  }
}

/** Another calendar is needed for these, and what the panel has read is worth nothing. */
const beginsAnew: readonly string[] = ['feishu', 'room', 'budget', 'timeZone']

/** The parts of the configuration whose values are others now. */
function changedParts(before: Configuration, after: Configuration): readonly string[] {
  const [old, young] = [new Map(Object.entries(before)), new Map(Object.entries(after))]
  return [...new Set([...old.keys(), ...young.keys()])].filter(
    (part) => JSON.stringify(old.get(part)) !== JSON.stringify(young.get(part)),
  )
}

/** A configuration that can't be used is told of once, and not at each look. */
function createComplaints(log: Log): (problem: SetUpProblem | undefined) => void {
  let told: string | undefined
  return (problem) => {
    const telling = problem && JSON.stringify(problem)
    if (problem !== undefined && telling !== told)
      log.warn('configuration.not-taken', { ...problem, action: advice[problem.kind] })
    told = telling
  }
}
