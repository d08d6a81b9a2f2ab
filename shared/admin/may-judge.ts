import type { Booking, BookingId } from '../booking/booking.ts'
import type { Schedule } from '../reading/reading.ts'
import { err, ok, type Result } from '../result.ts'
import type { Instant } from '../time/time.ts'
import type { VerdictRefusal } from './judging.ts'

/** Whether a booking can be judged, by a schedule that was read just now. */
export function mayJudge(
  schedule: Schedule,
  id: BookingId,
  now: Instant,
): Result<Booking, Extract<VerdictRefusal, 'bookingGone'>> {
  const meant = schedule.bookings.find((booking) => booking.id === id)
  return meant !== undefined && meant.end > now ? ok(meant) : err('bookingGone')
}
