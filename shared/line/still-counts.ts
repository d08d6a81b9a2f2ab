import type { Booking } from '../booking/booking.ts'
import type { CheckIn } from '../check-in/check-in.ts'
import { isCheckedIn } from '../check-in/presence.ts'
import type { Instant } from '../time/time.ts'

/**
 * Whether a check-in counts for a booking that is not over at `now`: people who stay for the next one do not
 * check in again.
 */
export const stillCounts = (checkIn: CheckIn, bookings: readonly Booking[], now: Instant): boolean =>
  checkIn.end > now ||
  bookings.some((booking) => booking.end > now && isCheckedIn([checkIn], booking, { bookings }))
