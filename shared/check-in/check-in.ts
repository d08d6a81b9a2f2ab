import type { Booking, BookingId } from '../booking/booking.ts'
import { organizerMark } from '../booking/organizer-mark.ts'
import { type Instant, type Interval, minutes, overlaps, plus } from '../time/time.ts'

/**
 * People are in the room, or may be. It keeps the interval of the booking that it was made for as that was last listed:
 * presence belongs to people in a room at a time, not to the calendar's id.
 */
export interface CheckIn extends Interval {
  readonly booking: BookingId
  readonly meeting: string
  /** Tells organisers apart; missing for a booking without a name. */
  readonly organizer?: string
  readonly at: Instant
  /**
   * Nobody said so. People who came for the booking may have found no button, and sit inside: no release may hit them, and
   * the door goes on asking.
   */
  readonly isPresumed?: true
}

export const checkInTo = (booking: Booking, at: Instant): CheckIn => {
  const organizer = organizerMark(booking)
  const { id, meeting, start, end } = booking
  return { booking: id, meeting, start, end, at, ...(organizer !== undefined && { organizer }) }
}

export const presumedIn = (booking: Booking, at: Instant): CheckIn => ({
  ...checkInTo(booking, at),
  isPresumed: true,
})

/** Two bookings of one organiser are one stay if the second begins within this time of the end of the first, ms. */
export const longestBreak = minutes(5)

/**
 * Whether a check-in counts for this booking by itself: for each that overlaps its interval, whatever the name (who edits
 * "this and following", or deletes and books again, makes a new name under people's feet), and for the next booking of the
 * same organiser. Tomorrow's instance of a series needs a check-in of its own.
 */
export const countsFor = (checkIn: CheckIn, booking: Booking): boolean =>
  checkIn.booking === booking.id || overlaps(checkIn, booking) || isStayedFor(checkIn, booking)

const isStayedFor = ({ organizer, start, end }: CheckIn, booking: Booking): boolean =>
  organizer !== undefined &&
  booking.start >= start &&
  booking.start <= plus(end, longestBreak) &&
  organizerMark(booking) === organizer

/** How a check-in goes, from the tap to the last word about it. */
export type CheckingIn =
  | { readonly kind: 'none' }
  /** On its way to the disk; nothing is confirmed. */
  | { readonly kind: 'checkingIn'; readonly booking: BookingId }
  | {
      readonly kind: 'settled'
      readonly booking: BookingId
      readonly outcome: CheckInOutcome
      readonly at: Instant
    }

export type CheckInOutcome =
  /** On disk. */
  { readonly kind: 'done' } | { readonly kind: 'refused'; readonly reason: CheckInRefusal }

/**
 * - `bookingGone`: the booking that was meant is over, or no longer in the room
 * - `tooLate`: the room was being given back already, and is
 * - `releaseUnsure`: a release was sent, and no reading tells yet whether it was carried out
 * - `elsewhere`: this is the room's second panel; the first one keeps the check-ins
 * - `notStored`: the disk did not take it; the panel tries again, and won't release the booking
 */
export type CheckInRefusal = 'bookingGone' | 'tooLate' | 'releaseUnsure' | 'elsewhere' | 'notStored'
