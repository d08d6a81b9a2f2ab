import type { Booking } from '../../../../shared/booking/booking.ts'
import { ok, type Result } from '../../../../shared/result.ts'
import {
  days,
  type Instant,
  instantOf,
  type Interval,
  minutes,
  plus,
  seconds,
} from '../../../../shared/time/time.ts'
import type { CalendarProblem } from '../../../room-calendar.ts'
import { bookingKeyOf } from '../booking-key.ts'

export type ReadBookings = (
  window: Interval,
  isAwaited?: boolean,
) => Promise<Result<readonly Booking[], CalendarProblem>>

/** The result of a look far ahead for one booking's meeting. */
export interface FarLook {
  /** The meeting's other bookings that are still to come. */
  readonly siblings: readonly Booking[]
  /** The booking itself is still listed under its id. */
  readonly isListed: boolean
  /** No other booking of the meeting is listed, nor one that may belong to it. */
  readonly isAlone: boolean
}

/** Looks for the other bookings of a meeting that are still to come, in all windows or in these. */
export async function lookFar(
  read: ReadBookings,
  { id, meeting }: Pick<Booking, 'id' | 'meeting'>,
  now: Instant,
  windows = farWindows(now),
): Promise<Result<FarLook, CalendarProblem>> {
  const answers = await Promise.all(windows.map((window) => read(window)))
  const bookings = new Map<string, Booking>()
  for (const answer of answers) {
    if (!answer.ok) return answer
    for (const booking of answer.value) bookings.set(booking.id, booking)
  }
  // A booking that began before a window may be listed with the window's start as its own; no page of
  // Feishu's excludes that.
  const cuts = new Set<number>(windows.map((window) => window.start))
  const listed = [...bookings.values()]
  const ours = listed.filter((booking) => booking.meeting === meeting)
  const others = ours.filter((other) => other.id !== id && !cuts.has(other.start))
  return ok({
    siblings: others.filter((other) => other.start > now),
    isListed: ours.some((booking) => booking.id === id || cuts.has(booking.start)),
    isAlone: others.length === 0 && listed.every((booking) => bookingKeyOf(booking.id) !== undefined),
  })
}

/** The windows in which some of these bookings begin. */
export const windowsOf = (bookings: readonly Booking[], now: Instant): readonly Interval[] =>
  farWindows(now).filter((window) =>
    bookings.some(({ start }) => window.start <= start && start < window.end),
  )

/**
 * The windows that hold other instances of a series: the next two months for daily, weekly and monthly ones
 * (first Monday to first Monday is five weeks), and around the same days of the next two quarters, which are
 * 12 to 14 and 25 to 27 weeks away, for the others. The page recommends not to ask for more than 30 days at
 * once: https://open.feishu.cn/document/server-docs/calendar-v4/meeting-room-event/query-room-availability
 */
function farWindows(now: Instant): readonly Interval[] {
  // No meeting starts at half a minute, so a booking that seems to start exactly with a window was cut there.
  const begin = instantOf(Math.floor(now / minutes(1)) * minutes(1) - seconds(30))
  return farSpans.map(([from, to]) => ({ start: plus(begin, days(from)), end: plus(begin, days(to)) }))
}

const farSpans = [
  [0, 30],
  [30, 60],
  [82, 100],
  [173, 191],
] as const
