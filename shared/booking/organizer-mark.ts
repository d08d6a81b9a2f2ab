import type { Booking } from './booking.ts'

/**
 * A short mark of the organiser's name (FNV-1a, 32 bits): it tells whether two bookings have the same organiser, and keeps
 * the name itself off the disk. Two names with one mark keep a booking too many, and do no other harm.
 */
export function organizerMark({ organizer }: Pick<Booking, 'organizer'>): string | undefined {
  const name = organizer?.name
  if (name === undefined) return undefined
  let hash = 0x811c9dc5
  for (const character of name) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0).toString(16).padStart(8, '0')
}
