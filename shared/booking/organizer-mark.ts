import type { Booking } from './booking.ts'

/**
 * A short hash of the organiser's name (FNV-1a, 32 bits). It shows whether two bookings have the same
 * organiser without storing the name on the disk. If two names have the same hash, at worst a booking is kept
 * that could have been released.
 */
export function organizerMark({ organizer }: Pick<Booking, 'organizer'>): string | undefined {
  const name = organizer?.name
  if (name === undefined) return undefined
  let hash = 0x811c9dc5
  for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}
