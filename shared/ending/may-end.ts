import { type Booking, type BookingId, runningAt } from '../booking/booking.ts'
import type { Schedule } from '../reading/reading.ts'
import { err, ok, type Result } from '../result.ts'
import type { Instant } from '../time/time.ts'
import type { EndRefusal } from './ending.ts'

/** The booking to end, if it is the one that runs by this schedule, which was read just now. */
export function mayEnd(schedule: Schedule, booking: BookingId, now: Instant): Result<Booking, EndRefusal> {
  const running = runningAt(schedule.bookings, now)
  return running?.id === booking ? ok(running) : err('meetingOver')
}
