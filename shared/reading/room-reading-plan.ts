import { busyUntil, runningAt } from '../booking/booking.ts'
import type { Allowance } from '../budget/allowance.ts'
import type { Panel } from '../panel/panel.ts'
import { releaseAt } from '../release/may-release.ts'
import type { PanelRules } from '../snapshot/panel-rules.ts'
import { endOfTime, hours, type Instant, instantOf, minutes, plus, seconds } from '../time/time.ts'
import { pauseAfterFailure, spreadOfPause, touchesRestUntil } from './reading-plan.ts'
import type { ReadingFailure } from './reading.ts'
import { closedAt } from './room.ts'

/** When a visitor touches the screen, a reading of the room is repeated once it is older than this, ms. */
const freshForTouch: Readonly<Record<Allowance['touches'], number>> = {
  all: seconds(20),
  few: seconds(45),
  least: minutes(15),
}

/** The room is read this long before a meeting ends, because green needs that reading. Ms. */
const beforeFree = seconds(20)
/**
 * A planned closing may have been postponed, so the room is read this long after its start and its end. Ms.
 */
const afterClosing = seconds(5)
/** During a meeting only the room's name depends on this reading. Ms. */
const longestInterval = hours(2)
const spreadOfInterval = 0.1

/**
 * How long a reading of the room proves anything, ms. Longer where the room is read seldom, but always
 * limited (law 4).
 */
export const roomFreshFor = (roomInterval: number): number => Math.min(roomInterval, hours(2)) + minutes(1)

/**
 * When the room itself must be read next. `now` before the first reading; undefined during a reading, and
 * while the panel is not set up.
 */
export function nextRoomReading(
  panel: Panel,
  now: Instant,
  { roomInterval, touches, policy }: Pick<PanelRules, 'roomInterval' | 'touches' | 'policy'>,
): Instant | undefined {
  if (panel.setUp.kind === 'notSetUp' || panel.roomReading.asking) return undefined
  const chance = panel.reading.chance ?? 0
  const { readAt, heardAt, failure } = panel.roomReading
  if (failure !== undefined) return instantOf(afterFailure(panel, failure, roomInterval, chance))
  const since = heardAt ?? readAt
  if (since === undefined) return now
  const atInterval = plus(since, roomInterval * (1 - spreadOfInterval * chance))
  const nextFree = freeFrom(panel, now, policy) - beforeFree
  // A visitor who touches the screen during a meeting does so because of the meeting. Where calls are few,
  // such a touch does not read the room.
  const isFree = nextFree <= now
  return instantOf(
    Math.min(
      Math.max(atInterval, nextFree),
      plus(since, Math.max(longestInterval, roomInterval)),
      touches === 'all' || isFree ? afterTouch(panel, since, freshForTouch[touches]) : endOfTime,
      atClosing(panel, since),
    ),
  )
}

function afterFailure(
  { touchedAt }: Panel,
  failure: ReadingFailure,
  roomInterval: number,
  chance: number,
): number {
  const byItself = plus(failure.at, pauseAfterFailure(failure, roomInterval) * (1 + spreadOfPause * chance))
  if (touchedAt === undefined || touchedAt <= failure.at) return byItself
  return Math.min(byItself, Math.max(touchedAt, touchesRestUntil(failure)))
}

/**
 * When the room becomes free next: its run of bookings ends, or its booking is released. In the past if the
 * room is free or closed.
 */
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
