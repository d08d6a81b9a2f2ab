import type { Booking, BookingId } from '../booking/booking.ts'
import type { Schedule } from '../reading/reading.ts'
import { err, ok, type Result } from '../result.ts'
import type { Instant } from '../time/time.ts'
import type { VerdictRefusal } from './judging.ts'

/**
 * The booking, if a verdict about it is possible by a schedule that was read just now: it is listed, and not
 * over.
 */
export function mayJudge(
  schedule: Schedule,
  id: BookingId,
  now: Instant,
): Result<Booking, Extract<VerdictRefusal, 'bookingGone'>> {
  const meant = schedule.bookings.find((booking) => booking.id === id)
  return meant !== undefined && meant.end > now ? ok(meant) : err('bookingGone')
}
