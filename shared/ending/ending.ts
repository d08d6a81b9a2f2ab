import type { BookingId } from '../booking/booking.ts'
import type { ProblemCode } from '../reading/problem.ts'
import type { Instant } from '../time/time.ts'

/** How "End meeting" goes, from the second tap to the last word about it. */
export type Ending =
  | { readonly kind: 'none' }
  /** About to be sent, or sent; nothing is confirmed. */
  | { readonly kind: 'ending'; readonly booking: BookingId; readonly isSent?: true }
  | {
      readonly kind: 'settled'
      readonly booking: BookingId
      readonly outcome: EndOutcome
      readonly at: Instant
    }

/**
 * - `done`: a reading after the reply no longer has the meeting in the room
 * - `refused`: nothing was changed, for certain
 * - `uncertain`: it may have been ended; nothing is sent again for this decision (law 3)
 */
export type EndOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly reason: EndRefusal }
  | { readonly kind: 'uncertain' }

/**
 * - `meetingOver`: the meeting that was meant no longer runs
 * - `seriesUnknown`: it could not be found out whether the meeting is one of a series, so a reply might end the others
 * - else why the calendar refused, or could not be read right before
 */
export type EndRefusal = 'meetingOver' | 'seriesUnknown' | ProblemCode
