import { boundariesOf, firstAfter } from './boundaries.ts'
import type { Ending } from './ending.ts'
import type { Panel, ReadingFailure } from './panel.ts'
import type { Policy } from './policy.ts'
import type { ProblemCode } from './problem.ts'
import { days, earliest, holds, hours, type Instant, minutes, plus, seconds } from './time.ts'

/** How often the schedule is read when nothing else asks for it. */
export interface ReadingPace {
  /** The calls that the month may cost. */
  readonly callsPerMonth: number
  /** Hours of a week in which the office works. */
  readonly officeHoursPerWeek: number
}

/** Data older than this is read again when somebody touches the screen, ms. */
export const freshForTouch = seconds(10)

/** A reading this long before a boundary still sees a meeting that was just extended or cancelled. */
const beforeBoundary = seconds(15)
/** After a boundary the calendar has had time to carry out what happens at it. */
const afterBoundary = seconds(3)

const firstPause = seconds(5)
const nightInterval = minutes(30)
const roomInterval = hours(2)

/** What the interval may spend of the month; the rest is for boundaries, touches and people's actions. */
const shareOfInterval = 0.6
const month = days(30)

/** The time between two readings when nothing else asks for one, ms. */
export function readingInterval(pace: ReadingPace, inOfficeHours: boolean): number {
  if (!inOfficeHours) return nightInterval
  const office = (pace.officeHoursPerWeek / (24 * 7)) * month
  const nightCalls = (month - office) / nightInterval
  const officeCalls = Math.max(pace.callsPerMonth * shareOfInterval - nightCalls, 100)
  return Math.min(Math.max(office / officeCalls, seconds(30)), nightInterval)
}

/** Data older than this no longer proves anything (law 4): a reading is overdue. In ms. */
export function freshFor(interval: number): number {
  return interval + minutes(1)
}

/** When the schedule is to be read next: `now`, if nothing was read yet. Never, while it can't be or is being read. */
export function nextReading(
  panel: Panel,
  interval: number,
  now: Instant,
  policy: Policy,
): Instant | undefined {
  if (panel.setUp.kind === 'notSetUp' || panel.reading.asking) return undefined
  const { schedule, failure } = panel.reading
  if (failure !== undefined) return plus(failure.at, pauseAfter(failure))
  // A reading asked for by a wrong clock may be of another day.
  if (schedule === undefined || !holds(schedule.window, now)) return now
  const { readAt } = schedule
  const boundaries = boundariesOf(schedule.bookings, policy).read
  const before = firstAfter(boundaries, plus(readAt, beforeBoundary))
  const after = firstAfter(boundaries, plus(readAt, -afterBoundary))
  return earliest([
    before && plus(before, -beforeBoundary),
    after && plus(after, afterBoundary),
    ...afterUncertainEnding(panel.ending).filter((moment) => moment > readAt),
    plus(readAt, interval),
  ])
}

/** When the room itself is to be read next. */
export function nextRoomReading(panel: Panel, now: Instant): Instant | undefined {
  if (panel.setUp.kind === 'notSetUp') return undefined
  return panel.roomAskedAt === undefined ? now : plus(panel.roomAskedAt, roomInterval)
}

/** The calendar may show late what a reply did. */
function afterUncertainEnding(ending: Ending): readonly Instant[] {
  if (ending.kind !== 'settled' || ending.outcome.kind !== 'uncertain') return []
  return [10, 30, 60, 120].map((after) => plus(ending.at, seconds(after)))
}

/** What IT or the calendar must mend is asked for less often than what passes by itself. */
function pauseAfter({ code, inARow, retryAfter }: ReadingFailure): number {
  const growing = Math.min(firstPause * 2 ** (inARow - 1), longestPause[code] ?? minutes(1))
  return Math.max(growing, retryAfter ?? 0)
}

const longestPause: Partial<Record<ProblemCode, number>> = {
  credentialsRejected: minutes(5),
  appDisabled: minutes(5),
  scopeMissing: minutes(5),
  addressDenied: minutes(5),
  roomUnknown: minutes(5),
  roomUnreadable: minutes(5),
  quotaSpent: hours(1),
}
