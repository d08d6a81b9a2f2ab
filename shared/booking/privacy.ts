import { type Booking, isPrivate } from './booking.ts'
import { visibleText } from './visible-text.ts'

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
  const named = privacy.showOrganizer && isNamed(booking) ? booking : { ...booking, organizer: {} }
  const visible = privacy.showTitle ? visibleText(title) : undefined
  return visible === undefined ? named : { ...named, title: visible }
}

/** A name of blanks names nobody. */
const isNamed = ({ organizer }: Booking): boolean => visibleText(organizer?.name) !== undefined
