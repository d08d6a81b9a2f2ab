import type { Booking } from '../../../shared/booking/booking.ts'
import { instantOf, type Interval } from '../../../shared/time/time.ts'

/** A booking as it is drawn: the part that the window shows, high enough for a name. */
export interface Drawn extends Interval {
  readonly booking: Booking
}

/** The least height of a booking, as a share of the window's: a line of the smallest letters on the smallest screen. */
const leastShare = 1 / 18

/**
 * The bookings that a window shows. A past booking that has almost left the window is left out, and so is one that has hardly come into
 * it, if another one has its place. `booked` is sorted by start.
 */
export function drawnIn(booked: readonly Booking[], window: Interval): readonly Drawn[] {
  const least = (window.end - window.start) * leastShare
  const drawn: Drawn[] = []
  for (const booking of booked) {
    const start = Math.max(booking.start, window.start)
    const end = Math.min(booking.end, window.end)
    const from = Math.min(start, window.end - least)
    const isLeaving = booking.start < window.start && end - start < least
    const isEntering = booking.end > window.end && from < start
    const hasNoPlace = isEntering && (drawn.at(-1)?.end ?? from) > from
    if (end <= start || isLeaving || hasNoPlace) continue
    drawn.push({ booking, start: instantOf(from), end: instantOf(Math.max(end, from + least)) })
  }
  return drawn
}
