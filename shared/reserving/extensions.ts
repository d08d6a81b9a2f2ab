import { busyUntil, runningAt } from '../booking/booking.ts'
import { contains, type Instant, minutes } from '../time/time.ts'
import { bookableLengths, type RoomToBook } from './bookable-lengths.ts'
import { hasRoom, type Reservation } from './reservation.ts'
import type { Bookable } from './wish.ts'

/** The offered lengths, ms. */
const lengths = [minutes(15), minutes(30)]

/**
 * By how much the running meeting can be extended, whoever organises it. An app can't change another's meeting,
 * so an extension is a booking of its own that follows the unbroken run of bookings.
 */
export function extensionsOf(
  room: RoomToBook,
  reservations: readonly Reservation[],
  now: Instant,
): readonly Bookable[] {
  const { bookings } = room.schedule
  const end = busyUntil(bookings, now)
  if (runningAt(bookings, now) === undefined || countBefore(reservations, end) >= room.rules.extensions)
    return []
  // The room's hours, and what may be booked of a day, are known of today.
  if (!contains(room.today, end)) return []
  const rules = { ...room.rules, lengths, longest: room.rules.longestExtension }
  return bookableLengths({ ...room, rules }, end).flatMap(({ name, ...time }) =>
    name === 'next' ? [] : [{ wish: { kind: 'extend', length: name } as const, ...time }],
  )
}

/** How many extensions follow each other up to this moment. */
function countBefore(reservations: readonly Reservation[], end: Instant): number {
  const last = reservations.find((one) => isExtension(one) && one.end === end)
  return last === undefined ? 0 : 1 + countBefore(reservations, last.start)
}

const isExtension = (one: Reservation): boolean => one.wish === 'extend' && hasRoom(one)
