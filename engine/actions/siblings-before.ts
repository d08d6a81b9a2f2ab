import type { Booking } from '../../shared/booking/booking.ts'
import type { RoomCalendar } from '../room-calendar.ts'
import type { SeriesGuard } from './guard-series.ts'

/**
 * The bookings that must still be listed after a release; undefined if they can't be read, or if it is not known
 * whether the previous reply did harm.
 */
export async function siblingsBefore(
  { calendar, seriesGuard }: { readonly calendar: RoomCalendar; readonly seriesGuard: SeriesGuard },
  booking: Booking,
): Promise<readonly Booking[] | undefined> {
  const [siblings, isSeen] = await Promise.all([calendar.readSiblings(booking), seriesGuard.lookNow()])
  return siblings.ok && isSeen ? siblings.value : undefined
}
