import type { Staged } from '../action/staged.ts'
import type { BookingId } from '../booking/booking.ts'
import type { ProblemCode } from '../reading/problem.ts'
import type { Interval } from '../time/time.ts'

/**
 * An administrator's verdict about a booking: `accept` lets it stand, `decline` removes it from the room.
 * Neither is a check-in.
 */
export type AdminVerdict = 'accept' | 'decline'

/** An administrator's verdict, from the confirmation to the outcome that is shown. */
export type VerdictAction = Staged<'verdict', JudgedBooking, VerdictOutcome>

export interface JudgedBooking {
  readonly booking: BookingId
  readonly verdict: AdminVerdict
  /**
   * The booking's time as it was listed when the administrator decided; undefined if it was no longer listed.
   */
  readonly when?: Interval
}

/**
 * - `done`: the calendar accepted the verdict, and a later reading shows the result: an accepted booking is
 *   listed, a declined one is not
 * - `refused`: it is certain that the booking was not changed
 * - `uncertain`: the verdict may have been carried out; it is not sent again for this decision (law 3)
 */
export type VerdictOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly reason: VerdictRefusal }
  | { readonly kind: 'uncertain' }

/**
 * - `bookingGone`: the booking is over, or no longer in the room
 * - `notAudited`: the audit file did not accept the entry that must be written before the verdict is sent
 * - `seriesUnknown`: the panel could not find out whether the meeting belongs to a series, so a reply might
 *   change the other instances
 * - a problem code: why the calendar refused, or why it could not be read right before the verdict
 */
export type VerdictRefusal = 'bookingGone' | 'notAudited' | 'seriesUnknown' | ProblemCode
