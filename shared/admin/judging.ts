import type { BookingId } from '../booking/booking.ts'
import type { ProblemCode } from '../reading/problem.ts'
import type { Interval } from '../time/time.ts'

/** What an administrator says about a booking: it stands, or it leaves the room. Neither is a check-in. */
export type AdminVerdict = 'accept' | 'decline'

/** How an administrator's verdict goes, from the confirmation to the last word about it. */
export type Judging = { readonly kind: 'none' } | Judgement

export type Judgement =
  /** Sent or about to be sent; nothing is confirmed. */
  | ({ readonly kind: 'judging' } & JudgedBooking)
  | ({ readonly kind: 'settled'; readonly outcome: VerdictOutcome } & JudgedBooking)

export interface JudgedBooking {
  readonly booking: BookingId
  readonly verdict: AdminVerdict
  /** As it was listed when the administrator decided; missing if it no longer was. */
  readonly when?: Interval
}

/**
 * - `done`: the calendar took it, and a reading after it shows the room as it has to be: with an accepted booking, without
 *   a declined one
 * - `refused`: nothing was changed, for certain
 * - `uncertain`: it may have been carried out; nothing is sent again for this decision (law 3)
 */
export type VerdictOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly reason: VerdictRefusal }
  | { readonly kind: 'uncertain' }

/**
 * - `bookingGone`: it is over, or no longer in the room
 * - `notAudited`: the audit file does not take the entry that has to be there first
 * - `seriesUnknown`: it could not be found out whether the meeting is one of a series, so a reply might hit the others
 * - else why the calendar refused, or could not be read right before
 */
export type VerdictRefusal = 'bookingGone' | 'notAudited' | 'seriesUnknown' | ProblemCode
