import { type Booking, isPrivate } from './booking.ts'

/** What people at the door may learn of bookings. */
export interface Privacy {
  readonly showTitle: boolean
  readonly showOrganizer: boolean
}

/** What may be shown of a booking. A private one still differs from another: nobody is named for it, and no title. */
export function shownBooking(booking: Booking, privacy: Privacy, title: string | undefined): Booking {
  if (isPrivate(booking)) return booking
  const named = privacy.showOrganizer ? booking : { ...booking, organizer: {} }
  return privacy.showTitle && title !== undefined ? { ...named, title } : named
}
