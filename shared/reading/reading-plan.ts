import { type Action, isInDoubt } from '../action/action.ts'
import type { Allowance } from '../budget/allowance.ts'
import type { Panel } from '../panel/panel.ts'
import type { PanelRules } from '../snapshot/panel-rules.ts'
import { endOfTime, contains, hours, type Instant, instantOf, minutes, plus, seconds } from '../time/time.ts'
import { type BoundariesOf, boundariesOf, firstAfter } from './boundaries.ts'
import type { ProblemCode } from './problem.ts'
import type { ReadingFailure } from './reading.ts'

/**
 * Data older than this is read again when a visitor touches the screen, ms. A person who has just booked
 * touches until the booking appears. `few`: the month's calls don't allow that; `least`: hardly any calls are
 * left, and the data still proves green.
 */
export const freshForTouch = { all: seconds(1), few: seconds(10), least: minutes(15) }

/**
 * A reading this long before a boundary still sees a meeting that was just extended or cancelled. This long
 * after it the calendar has had time to act on it. Meetings everywhere begin at the same minutes, so each of
 * an office's panels reads some seconds earlier or later, at random. A panel that is alone reads at the
 * latest and the earliest moment.
 */
const beforeBoundary = { latest: seconds(15), spread: seconds(15) }
const afterBoundary = { earliest: seconds(3), spread: seconds(4) }

/**
 * Panels that began together drift apart: each reading comes earlier by up to this part of the interval, and
 * each retry later by up to this part of the pause.
 */
const spreadOfInterval = 0.2
export const spreadOfPause = 0.5

const firstPause = seconds(5)
/**
 * The oldest reading that proves green, in office hours and at night, however seldom the calendar is read
 * (docs/adr/0010). Ms.
 */
const oldestGreen = minutes(15)
const oldestGreenAtNight = minutes(31)

/**
 * The age at which a reading no longer proves anything, ms (law 4): the next one is overdue, or readings are
 * too seldom to prove green.
 */
export function freshFor(interval: number, inOfficeHours = true): number {
  return Math.min(interval + minutes(1), inOfficeHours ? oldestGreen : oldestGreenAtNight)
}

/** The rules that decide when the schedule is read. */
export type ReadingRules = Pick<PanelRules, 'interval' | 'policy' | 'boundaries'>

/**
 * When the schedule must be read next. `now` before the first reading; undefined during a reading, and while the panel is not
 * set up.
 */
export function nextReading(
  panel: Panel,
  now: Instant,
  { interval, policy, boundaries }: ReadingRules,
  workOut: BoundariesOf = boundariesOf,
): Instant | undefined {
  if (panel.setUp.kind === 'notSetUp' || panel.reading.asking) return undefined
  const { schedule, failure, chance } = panel.reading
  if (failure !== undefined)
    return plus(failure.at, pauseAfterFailure(failure, interval) * (1 + spreadOfPause * (chance ?? 0)))
  // A reading that was made with a wrong clock may be of another day.
  if (schedule === undefined || !contains(schedule.window, now)) return now
  const since = schedule.heardAt ?? schedule.readAt
  const atInterval = plus(since, interval * (1 - spreadOfInterval * (chance ?? 0)))
  const moments = boundaries === 'none' ? [] : workOut(schedule.bookings, policy).read
  const atBoundary = boundaryReading(moments, since, boundaries, chance ?? 0)
  return instantOf(Math.min(atInterval, atBoundary, afterUncertainty(panel, since)))
}

/** When to read for the first boundary that the last reading has not covered. */
function boundaryReading(
  boundaries: readonly Instant[],
  readAt: Instant,
  which: Allowance['boundaries'],
  chance: number,
): number {
  // `chance` was drawn again since, so a reading anywhere in the spread covers its boundary.
  const { latest, spread } = beforeBoundary
  const before = firstAfter(boundaries, plus(readAt, latest + spread))
  const after = firstAfter(boundaries, plus(readAt, -afterBoundary.earliest))
  return Math.min(
    which === 'all' && before !== undefined ? plus(before, -latest - spread * chance) : endOfTime,
    after === undefined ? endOfTime : plus(after, afterBoundary.earliest + afterBoundary.spread * chance),
  )
}

/** The calendar may show the effect of a reply late, so a reply in doubt causes extra readings. */
const afterUncertainty = ({ actions }: Panel, readAt: Instant): number =>
  Math.min(endOfTime, ...actions.map((action) => afterWord(action, readAt)))

const afterWord = (action: Action, readAt: Instant): number =>
  action.stage === 'settled' && isInDoubt(action)
    ? (readsAfterDoubt.map((ms) => plus(action.at, ms)).find((moment) => moment > readAt) ?? endOfTime)
    : endOfTime

/** These times after a reply in doubt the calendar is read again, ms, in order. */
const readsAfterDoubt = [seconds(10), seconds(30), seconds(60), seconds(120)]

/**
 * How long to wait after a failed reading, ms. A fault that IT or the calendar must mend is retried less
 * often than one that passes by itself. A lasting fault is retried no more often than a healthy calendar is
 * read, so that many days of it cost no more calls than days without one.
 */
export function pauseAfterFailure({ code, inARow, retryAfter }: ReadingFailure, interval: number): number {
  const longest = Math.max(longestPause[code] ?? minutes(1), Math.min(interval, longestByInterval))
  return Math.max(Math.min(firstPause * 2 ** (inARow - 1), longest), retryAfter ?? 0)
}

/** When a touch may cause a reading again, after the calendar has failed or has asked for a pause. */
export const touchesRestUntil = ({ at, inARow, retryAfter }: ReadingFailure): Instant =>
  plus(at, Math.max(Math.min(firstTouchPause * 2 ** (inARow - 1), longestTouchPause), retryAfter ?? 0))

const firstTouchPause = seconds(2)
/** Short, because a visitor stands at the door. */
const longestTouchPause = seconds(30)

/** The interval at night when calls are plenty. */
const longestByInterval = minutes(30)

const longestPause: Partial<Record<ProblemCode, number>> = {
  credentialsRejected: minutes(5),
  appDisabled: minutes(5),
  scopeMissing: minutes(5),
  addressDenied: minutes(5),
  roomUnknown: minutes(5),
  roomUnreadable: minutes(5),
  quotaSpent: hours(1),
  shareSpent: minutes(5),
}
