import type { Booking, BookingId } from './booking.ts'
import { type Instant, type Interval, overlaps } from './time.ts'

/** Somebody said at the panel that they are here. It keeps the interval of the booking that it was made for. */
export interface CheckIn extends Interval {
  readonly booking: BookingId
  readonly meeting: string
  readonly at: Instant
}

export const checkInTo = ({ id, meeting, start, end }: Booking, at: Instant): CheckIn => ({
  booking: id,
  meeting,
  start,
  end,
  at,
})

/**
 * Whether a check-in is for this booking: it counts for the same meeting at the same start, or wherever that meeting
 * still overlaps what it was made for. A start that is moved by five minutes throws nobody out; tomorrow's instance of a
 * series needs a check-in of its own.
 */
export const countsFor = (checkIn: CheckIn, booking: Booking): boolean =>
  checkIn.meeting === booking.meeting && (checkIn.start === booking.start || overlaps(checkIn, booking))

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
 * - `notStored`: the disk did not take it; this panel still won't release the booking until it is started anew
 */
export type CheckInRefusal = 'bookingGone' | 'tooLate' | 'notStored'
