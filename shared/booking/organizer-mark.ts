import { fnv1a } from '../fnv-1a.ts'
import type { Booking } from './booking.ts'

/**
 * A short hash of the organiser's name. It shows whether two bookings have the same
 * organiser without storing the name on the disk. If two names have the same hash, at worst a booking is kept
 * that could have been released.
 */
export function organizerMark({ organizer }: Pick<Booking, 'organizer'>): string | undefined {
  const name = organizer?.name
  return name === undefined ? undefined : fnv1a(name)
}
