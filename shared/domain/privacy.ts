import { type Booking, isPrivate } from './booking.ts'

/** What may be shown of a booking. A private one still differs from another, and nobody is named for it anyway. */
export const shownBooking = (booking: Booking, showOrganizer: boolean): Booking =>
  showOrganizer || isPrivate(booking) ? booking : { ...booking, organizer: {} }
