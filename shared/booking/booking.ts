import { contains, type Instant, type Interval } from '../time/time.ts'

declare const bookingId: unique symbol

/**
 * Identifies one booking of the panel's room. The calendar makes it (`uid/original_time/start seconds`), and
 * all other code treats it as opaque. The end is not part of it: a meeting that is extended stays the same
 * booking.
 */
export type BookingId = string & { readonly [bookingId]: true }

/** In characters. A longer id in a request can't be one of ours. */
export const longestBookingId = 600

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place where a BookingId is made
export const bookingIdOf = (text: string): BookingId => text as BookingId

/** An entry of the room's schedule. */
export interface Booking extends Interval {
  readonly id: BookingId
  /** The meeting that this booking belongs to. All instances of a series have the same. */
  readonly meeting: string
  /** Undefined for a private booking. */
  readonly organizer?: { readonly name?: string }
  /**
   * The meeting's title, if it is known and may be shown. Only a snapshot's bookings carry it. The schedule
   * has no titles, so renaming a meeting does not change any decision.
   */
  readonly title?: string
  /** A visitor has made it at this door. Only a snapshot's bookings carry it, too. */
  readonly isFromDoor?: true
}

/** A booking without an organiser is private: the panel shows no name for it. */
export const isPrivate = (booking: Booking): boolean => booking.organizer === undefined

/**
 * The booking that runs at `now`; `bookings` are sorted by start. Of overlapping bookings the one that
 * started last, because people arrive for that one.
 */
export const runningAt = (bookings: readonly Booking[], now: Instant): Booking | undefined =>
  bookings.findLast((booking) => contains(booking, now))

/** The first booking that starts after `now`; `bookings` are sorted by start. */
export const nextAfter = (bookings: readonly Booking[], now: Instant): Booking | undefined =>
  bookings.find(({ start }) => start > now)

/**
 * When the unbroken run of bookings that occupies the room at `now` ends. A booking that begins before
 * another ends, or exactly then, continues the run. Returns `now` if no booking runs. `bookings` are sorted
 * by start.
 */
export function busyUntil(bookings: readonly Booking[], now: Instant): Instant {
  let until = now
  for (const { start, end } of bookings) {
    if (start > until) break
    if (end > until) until = end
  }
  return until
}

export const byStart = (one: Interval, other: Interval): number =>
  one.start - other.start || one.end - other.end
