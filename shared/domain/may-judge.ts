import { err, ok, type Result } from '../result.ts'
import type { Booking, BookingId } from './booking.ts'
import type { AdminVerdict, VerdictRefusal } from './judging.ts'
import type { Schedule } from './reading.ts'
import { type Instant, overlaps } from './time.ts'

/** Whether a booking can be judged, by a schedule that was read just now. */
export function mayJudge(
  schedule: Schedule,
  id: BookingId,
  now: Instant,
): Result<Booking, Extract<VerdictRefusal, 'bookingGone'>> {
  const meant = schedule.bookings.find((booking) => booking.id === id)
  return meant !== undefined && meant.end > now ? ok(meant) : err('bookingGone')
}

/** Whether a booking is of the same meeting, whatever its name, and takes the room at the same time. */
export const isSameTime =
  (one: Booking) =>
  (other: Booking): boolean =>
    one.meeting === other.meeting && overlaps(one, other)

/** Whether a schedule shows what a verdict was to bring about. A reading can't tell more of an accepted booking than that it stands. */
export const showsVerdict =
  (verdict: AdminVerdict, booking: Booking) =>
  ({ bookings }: Schedule): boolean =>
    bookings.some(isSameTime(booking)) === (verdict === 'accept')
