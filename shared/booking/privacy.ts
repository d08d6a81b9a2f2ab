import { type Booking, isPrivate } from './booking.ts'

/** Which details of bookings the door may show. */
export interface Privacy {
  readonly showTitle: boolean
  readonly showOrganizer: boolean
}

/**
 * The booking with only the details that may be shown. A private booking shows neither organiser nor title,
 * but stays distinguishable from other bookings by its id.
 */
export function shownBooking(booking: Booking, privacy: Privacy, title: string | undefined): Booking {
  if (isPrivate(booking)) return booking
  const named = privacy.showOrganizer ? booking : { ...booking, organizer: {} }
  return privacy.showTitle && title !== undefined ? { ...named, title } : named
}
