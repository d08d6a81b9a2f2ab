import type { Staged } from '../action/staged.ts'
import type { Booking, BookingId } from '../booking/booking.ts'
import { organizerMark } from '../booking/organizer-mark.ts'
import { type Instant, type Interval, minutes, overlaps, plus } from '../time/time.ts'

/**
 * People are in the room, or may be. A check-in keeps the interval of its booking as that was last listed,
 * because presence belongs to people in a room at a time, not to the calendar's id.
 */
export interface CheckIn extends Interval {
  readonly booking: BookingId
  readonly meeting: string
  /** Tells organisers apart (`organizerMark`); undefined for a booking without a name. */
  readonly organizer?: string
  readonly at: Instant
  /**
   * The panel presumes this check-in; it was not made at the door. People who came for the booking may have
   * found no button and be sitting inside. The booking must not be released, and the door still asks for a
   * check-in.
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
 * Whether a check-in counts for this booking without a chain of other bookings: it counts for each booking
 * that overlaps its interval, under any id (an organiser who edits "this and following", or deletes and
 * books again, makes a new id while people are in the room), and for the next booking of the same organiser.
 * Tomorrow's instance of a series needs a check-in of its own.
 */
export const countsFor = (checkIn: CheckIn, booking: Booking): boolean =>
  checkIn.booking === booking.id || overlaps(checkIn, booking) || isStayedFor(checkIn, booking)

const isStayedFor = ({ organizer, start, end }: CheckIn, booking: Booking): boolean =>
  organizer !== undefined &&
  booking.start >= start &&
  booking.start <= plus(end, longestBreak) &&
  organizerMark(booking) === organizer

/** A check-in, from the tap to the outcome that is shown. It is never `sent`: while it is `asked`, it is on its way to the disk. */
export type CheckInAction = Staged<'checkIn', { readonly booking: BookingId }, CheckInOutcome>

export type CheckInOutcome =
  /** On disk. */
  { readonly kind: 'done' } | { readonly kind: 'refused'; readonly reason: CheckInRefusal }

/**
 * - `bookingGone`: the booking is over, or no longer in the room
 * - `tooLate`: the release had already been sent
 * - `releaseUnsure`: a release was sent, and no reading shows yet whether it was carried out
 * - `elsewhere`: this is the room's second panel; the first one keeps the check-ins
 * - `notStored`: the disk did not accept the check-in; the panel tries again, and won't release the booking
 */
export type CheckInRefusal = 'bookingGone' | 'tooLate' | 'releaseUnsure' | 'elsewhere' | 'notStored'
