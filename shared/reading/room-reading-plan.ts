import { busyUntil, runningAt } from '../booking/booking.ts'
import type { Allowance } from '../budget/allowance.ts'
import type { Panel } from '../panel/panel.ts'
import { releaseAt } from '../release/may-release.ts'
import type { PanelRules } from '../snapshot/panel-rules.ts'
import { endOfTime, hours, type Instant, instantOf, minutes, plus, seconds } from '../time/time.ts'
import { pauseAfter, spreadOfPause, touchesRestUntil } from './reading-plan.ts'
import type { ReadingFailure } from './reading.ts'
import { closedAt } from './room.ts'

/** What is older than this, ms, is read again when somebody touches the screen: at once, or as soon as it is. */
const freshForTouch: Readonly<Record<Allowance['touches'], number>> = {
  all: seconds(20),
  few: seconds(45),
  least: minutes(15),
}

/** So long before a meeting ends the room is read: it must be known to turn green. Ms. */
const beforeFree = seconds(20)
/** A closing that was planned may have been put off: so long after its moments the room is read. Ms. */
const afterClosing = seconds(5)
/** While a meeting is on nothing rests on it but its name. Ms. */
const longestInterval = hours(2)
const spreadOfInterval = 0.1

/** How long a reading of the room proves anything, ms: longer where it is read seldom, but never without an end (law 4). */
export const roomFreshFor = (roomInterval: number): number => Math.min(roomInterval, hours(2)) + minutes(1)

/** When the room itself is to be read next: `now`, if nothing was read yet. Never, while it can't be or is being read. */
export function nextRoomReading(
  panel: Panel,
  now: Instant,
  { roomInterval, touches, policy }: Pick<PanelRules, 'roomInterval' | 'touches' | 'policy'>,
): Instant | undefined {
  if (panel.setUp.kind === 'notSetUp' || panel.roomReading.asking) return undefined
  const chance = panel.reading.chance ?? 0
  const { readAt, failure } = panel.roomReading
  if (failure !== undefined) return instantOf(afterFailure(panel, failure, roomInterval, chance))
  if (readAt === undefined) return now
  const atInterval = plus(readAt, roomInterval * (1 - spreadOfInterval * chance))
  const nextFree = freeFrom(panel, now, policy) - beforeFree
  // Where calls are few, who touches the screen in a meeting does so for the meeting.
  const isFree = nextFree <= now
  return instantOf(
    Math.min(
      Math.max(atInterval, nextFree),
      plus(readAt, Math.max(longestInterval, roomInterval)),
      touches === 'all' || isFree ? afterTouch(panel, readAt, freshForTouch[touches]) : endOfTime,
      atClosing(panel, readAt),
    ),
  )
}

function afterFailure(
  { touchedAt }: Panel,
  failure: ReadingFailure,
  roomInterval: number,
  chance: number,
): number {
  const byItself = plus(failure.at, pauseAfter(failure, roomInterval) * (1 + spreadOfPause * chance))
  if (touchedAt === undefined || touchedAt <= failure.at) return byItself
  return Math.min(byItself, Math.max(touchedAt, touchesRestUntil(failure)))
}

/** When the room is free next, as far as is known: its meeting ends, or is released. At once, if there is none. */
function freeFrom(panel: Panel, now: Instant, policy: PanelRules['policy']): number {
  const bookings = panel.reading.schedule?.bookings ?? []
  const running = runningAt(bookings, now)
  if (running === undefined || closedAt(panel.room, now) !== undefined) return -Infinity
  return Math.min(busyUntil(bookings, now), releaseAt(panel, policy, running) ?? endOfTime)
}

const afterTouch = ({ touchedAt }: Panel, readAt: Instant, freshFor: number): number =>
  touchedAt !== undefined && touchedAt > readAt ? Math.max(touchedAt, plus(readAt, freshFor)) : endOfTime

function atClosing({ room }: Panel, readAt: Instant): number {
  const moments = [room.outOfService?.from, room.outOfService?.until]
  const next = moments.find((moment) => moment !== undefined && plus(moment, afterClosing) > readAt)
  return next === undefined ? endOfTime : plus(next, afterClosing)
}
