import { contains, type Instant, type Interval } from '../time/time.ts'

declare const bookingId: unique symbol

/**
 * Names one booking of the panel's room. The calendar makes it (`uid/original_time/start seconds`) and nobody else
 * looks inside. The end is not part of it: a meeting that is extended stays the same booking.
 */
export type BookingId = string & { readonly [bookingId]: true }

/** In characters: a page that asks for more asks for none of ours. */
export const longestBookingId = 600

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place where a BookingId is made
export const bookingIdOf = (text: string): BookingId => text as BookingId

/** An entry of the room's schedule. */
export interface Booking extends Interval {
  readonly id: BookingId
  /** The meeting that this booking belongs to; every instance of a series has the same. */
  readonly meeting: string
  /** Missing for a private booking. */
  readonly organizer?: { readonly name?: string }
  /**
   * What the meeting is about, as far as it is known and may be shown. Only a snapshot's bookings carry it: the schedule
   * knows no titles, so a meeting that is renamed stays the same to everything that decides.
   */
  readonly title?: string
}

/** A booking without an organiser is private: nobody is named for it. */
export const isPrivate = (booking: Booking): boolean => booking.organizer === undefined

/**
 * The booking that runs at `now`; `bookings` are sorted by start. Of overlapping ones the one that started last: it is the
 * one people come for.
 */
export const runningAt = (bookings: readonly Booking[], now: Instant): Booking | undefined =>
  bookings.findLast((booking) => contains(booking, now))

/** The first booking that starts after `now`; `bookings` are sorted by start. */
export const nextAfter = (bookings: readonly Booking[], now: Instant): Booking | undefined =>
  bookings.find(({ start }) => start > now)

/**
 * When the unbroken run of bookings ends that has the room at `now`: one that begins as another ends, or before, goes on
 * with it. `now` itself, if none has it. `bookings` are sorted by start.
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
