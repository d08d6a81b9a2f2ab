import type { Booking, BookingId } from '../booking/booking.ts'
import { isStill } from '../booking/still-listed.ts'
import type { Schedule } from '../reading/reading.ts'
import { err, ok, type Result } from '../result.ts'
import type { Instant } from '../time/time.ts'
import type { AdminVerdict, VerdictRefusal } from './judging.ts'

/** Whether a booking can be judged, by a schedule that was read just now. */
export function mayJudge(
  schedule: Schedule,
  id: BookingId,
  now: Instant,
): Result<Booking, Extract<VerdictRefusal, 'bookingGone'>> {
  const meant = schedule.bookings.find((booking) => booking.id === id)
  return meant !== undefined && meant.end > now ? ok(meant) : err('bookingGone')
}

/**
 * Whether a schedule shows what a verdict was to bring about; `before` was read right before it. A reading can't tell more of
 * an accepted booking than that it stands.
 */
export const showsVerdict =
  (verdict: AdminVerdict, booking: Booking, before: readonly Booking[]) =>
  ({ bookings }: Schedule): boolean =>
    bookings.some(isStill(booking, before)) === (verdict === 'accept')
