import type { Allowance } from '../budget/allowance.ts'
import type { Ending } from '../ending/ending.ts'
import { memoizeLast } from '../memoize-last.ts'
import type { Panel } from '../panel/panel.ts'
import type { Policy } from '../release/policy.ts'
import type { Releasing } from '../release/release.ts'
import { endOfTime, contains, hours, type Instant, instantOf, minutes, plus, seconds } from '../time/time.ts'
import { boundariesOf, firstAfter } from './boundaries.ts'
import type { ProblemCode } from './problem.ts'
import type { ReadingFailure, Schedule } from './reading.ts'

/**
 * Data older than this is read again when somebody touches the screen, ms: who has just booked touches again and again until
 * it shows. `few`: the month's calls don't allow that; `least`: hardly anything is left of them, and the door is still green on it.
 */
export const freshForTouch = { all: seconds(1), few: seconds(10), least: minutes(15) }

/**
 * A reading this long before a boundary still sees a meeting that was just extended or cancelled, and this long after it
 * the calendar has had time to carry out what happens at it. Meetings begin at the same minute everywhere, so each of the
 * many panels of an office is some seconds earlier or later, by chance; one that is alone is on the spot.
 */
const beforeBoundary = { latest: seconds(15), spread: seconds(15) }
const afterBoundary = { earliest: seconds(3), spread: seconds(4) }

/** Panels that began together part by reading up to so much of the interval sooner, and by trying again so much later. */
const spreadOfInterval = 0.2
export const spreadOfPause = 0.5

const firstPause = seconds(5)
/** Green is never older than this, however seldom the calendar is read (docs/adr/0010): in office hours, and at night. Ms. */
const oldestGreen = minutes(15)
const oldestGreenAtNight = minutes(31)

/** Data older than this no longer proves anything (law 4): a reading is overdue, or reading is too seldom to prove it. In ms. */
export function freshFor(interval: number, inOfficeHours = true): number {
  return Math.min(interval + minutes(1), inOfficeHours ? oldestGreen : oldestGreenAtNight)
}

/**
 * When the schedule is to be read next: `now`, if nothing was read yet. Never, while it can't be or is being read. Each look
 * asks twice: whether it is due, and when to look again.
 */
export const nextReading = memoizeLast(workOut)

function workOut(
  panel: Panel,
  interval: number,
  now: Instant,
  policy: Policy,
  boundaries: Allowance['boundaries'] = 'all',
): Instant | undefined {
  if (panel.setUp.kind === 'notSetUp' || panel.reading.asking) return undefined
  const { schedule, failure, chance } = panel.reading
  if (failure !== undefined)
    return plus(failure.at, pauseAfter(failure, interval) * (1 + spreadOfPause * (chance ?? 0)))
  // A reading asked for by a wrong clock may be of another day.
  if (schedule === undefined || !contains(schedule.window, now)) return now
  const atInterval = plus(schedule.readAt, interval * (1 - spreadOfInterval * (chance ?? 0)))
  const atBoundary = boundaryReading(schedule, policy, boundaries, chance ?? 0)
  return instantOf(Math.min(atInterval, atBoundary, afterUncertainty(panel, schedule.readAt)))
}

/** When the first boundary that this reading has not served is to be read. */
function boundaryReading(
  { bookings, readAt }: Schedule,
  policy: Policy,
  which: Allowance['boundaries'],
  chance: number,
): number {
  if (which === 'none') return endOfTime
  const boundaries = boundariesOf(bookings, policy).read
  // Chance has been drawn anew since: what was read anywhere in the spread has served.
  const { latest, spread } = beforeBoundary
  const before = firstAfter(boundaries, plus(readAt, latest + spread))
  const after = firstAfter(boundaries, plus(readAt, -afterBoundary.earliest))
  return Math.min(
    which === 'all' && before !== undefined ? plus(before, -latest - spread * chance) : endOfTime,
    after === undefined ? endOfTime : plus(after, afterBoundary.earliest + afterBoundary.spread * chance),
  )
}

/** The calendar may show late what a reply did. */
const afterUncertainty = ({ ending, releasing }: Panel, readAt: Instant): number =>
  Math.min(afterWord(ending, readAt), afterWord(releasing, readAt))

const afterWord = (word: Ending | Releasing, readAt: Instant): number =>
  word.kind === 'settled' && word.outcome.kind === 'uncertain'
    ? (readsAfterDoubt.map((ms) => plus(word.at, ms)).find((moment) => moment > readAt) ?? endOfTime)
    : endOfTime

/** So long after a reply in doubt the calendar is read again, ms, in order. */
const readsAfterDoubt = [seconds(10), seconds(30), seconds(60), seconds(120)]

/**
 * What IT or the calendar must mend is asked for less often than what passes by itself. What lasts is asked for no more
 * often than a calendar that is well: so a fault of many days costs no more calls than days without one.
 */
export function pauseAfter({ code, inARow, retryAfter }: ReadingFailure, interval: number): number {
  const longest = Math.max(longestPause[code] ?? minutes(1), Math.min(interval, longestByInterval))
  return Math.max(Math.min(firstPause * 2 ** (inARow - 1), longest), retryAfter ?? 0)
}

/** Until then a touch doesn't ask for a calendar that has just failed, or wants to be left alone. */
export const touchesRestUntil = ({ at, inARow, retryAfter }: ReadingFailure): Instant =>
  plus(at, Math.max(Math.min(firstTouchPause * 2 ** (inARow - 1), longestTouchPause), retryAfter ?? 0))

const firstTouchPause = seconds(2)
/** Somebody stands at the door. */
const longestTouchPause = seconds(30)

/** As often as a night is read when calls are plenty. */
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
