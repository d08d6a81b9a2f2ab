import type { Staged } from '../action/staged.ts'
import type { BookingId } from '../booking/booking.ts'
import type { ProblemCode } from '../reading/problem.ts'

/** "End meeting", from the second tap to the outcome that is shown. */
export type EndAction = Staged<'end', { readonly booking: BookingId }, EndOutcome>

/**
 * - `done`: a reading after the reply no longer has the meeting in the room
 * - `refused`: it is certain that the meeting was not changed
 * - `uncertain`: the meeting may have been ended; the reply is not sent again for this decision (law 3)
 */
export type EndOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly reason: EndRefusal }
  | { readonly kind: 'uncertain' }

/**
 * - `meetingOver`: the meeting no longer runs
 * - `seriesUnknown`: the panel could not find out whether the meeting belongs to a series, so a reply might
 *   end the other instances
 * - a problem code: why the calendar refused, or why it could not be read right before the reply
 */
export type EndRefusal = 'meetingOver' | 'seriesUnknown' | ProblemCode
