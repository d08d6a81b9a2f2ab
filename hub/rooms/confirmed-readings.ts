import type { Clock } from '../../engine/ports.ts'
import type { ListedBooking } from '../../engine/room-calendar.ts'
import type { Booking } from '../../shared/booking/booking.ts'
import { lacksPresent } from '../../shared/check-in/vanished.ts'
import { contains, type Instant, type Interval, minutes, plus } from '../../shared/time/time.ts'

export interface SharedReading {
  readonly bookings: readonly ListedBooking[]
  readonly askedAt: Instant
  /** The same by the monotonic clock, ms. */
  readonly asked: number
  readonly window: Interval
}

export interface Confirmed {
  /** Whether this reading counts. If not, another one has to confirm it. */
  readonly take: (room: string, reading: SharedReading) => boolean
  /** A reply that takes this booking from the room is on its way: a reading that lacks the booking soon is no surprise. */
  readonly replied: (room: string, booking: string) => void
  /** The calendar has certainly not carried that reply out. */
  readonly refused: (room: string, booking: string) => void
  /** The last reading of this room that counted. */
  readonly newest: (room: string) => SharedReading | undefined
}

/** How long after a reply a reading may first show what came of it, ms. */
const repliesShowWithin = minutes(10)

/**
 * A calendar may answer with an empty list once. A reading that lacks a running booking, or is the first of a
 * room that seems free, counts only when the next one says the same, unless this hub itself has had the booking
 * removed.
 */
export function createConfirmed(clock: Pick<Clock, 'now'>): Confirmed {
  const last = new Map<string, SharedReading>()
  const doubted = new Set<string>()
  /** Until when the removal of each booking explains that it is missing. */
  const removed = new Map<string, Map<string, Instant>>()
  const isStrange = (room: string, { bookings }: SharedReading): boolean => {
    const before = last.get(room)
    const now = clock.now()
    // An earlier hub may have known of a booking.
    if (before === undefined) return !bookings.some((booking) => contains(booking, now))
    const isExplained = ({ id }: Booking): boolean => (removed.get(room)?.get(id) ?? -Infinity) > now
    return lacksPresent(before.bookings, bookings, now, isExplained)
  }
  return {
    take(room, reading) {
      if (isStrange(room, reading) && !doubted.has(room)) {
        doubted.add(room)
        return false
      }
      doubted.delete(room)
      last.set(room, reading)
      for (const id of removed.get(room)?.keys() ?? [])
        if (!reading.bookings.some((booking) => booking.id === id)) removed.get(room)?.delete(id)
      return true
    },
    newest: (room) => last.get(room),
    replied(room, booking) {
      const until = plus(clock.now(), repliesShowWithin)
      removed.set(room, (removed.get(room) ?? new Map<string, Instant>()).set(booking, until))
    },
    refused: (room, booking) => void removed.get(room)?.delete(booking),
  }
}
