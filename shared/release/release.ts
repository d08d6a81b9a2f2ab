import type { Staged } from '../action/staged.ts'
import type { Booking, BookingId } from '../booking/booking.ts'

/** The release of a booking without a check-in, from the end of its grace to the outcome that is shown. */
export type ReleaseAction = Staged<
  'release',
  {
    readonly booking: BookingId
    /** The booking as it was listed: the schedule no longer has it once it is released. */
    readonly listed: Booking
  },
  ReleaseOutcome
>

/**
 * - `released`: a reading after the reply no longer has the booking in the room
 * - `observed`: the panel would have released it, if IT had allowed that
 * - `kept`: the booking stays; no reply was sent, or the calendar refused it for certain
 * - `uncertain`: the booking may have been released; the reply is not sent again (law 3)
 */
export type ReleaseOutcome =
  | { readonly kind: 'released' }
  | { readonly kind: 'observed' }
  | { readonly kind: 'kept'; readonly because: KeepReason }
  | { readonly kind: 'uncertain' }

/**
 * Why a booking is kept. A closed list, which IT reads in the journal.
 *
 * - `checkedIn`: a check-in was made
 * - `exempt`: IT's rules never release it
 * - `offerInterrupted`: check-in was not possible without a gap from its opening to the end of the grace
 * - `bookedAfterStart`: it was first listed after its start, so its people did not come by the door
 * - `touched`: the screen was touched less than a grace ago
 * - `calendarUnreachable`: the last reading failed
 * - `scheduleStale`: the last reading is too old
 * - `bookingChanged`: a reading no longer has this very booking at this time
 * - `clockUnsure`: the server's time is not known well enough
 * - `journalUnreadable`: the journal can't be read or written
 * - `journalIncomplete`: an unreadable journal was set aside, and may have held a check-in
 * - `attemptedBefore`: a release of it was already tried
 * - `seriesUnknown`: the panel could not find out whether it belongs to a series, or which other instances
 *   there are
 * - `seriesGuard`: an earlier reply changed other instances of a series; automatic release is off
 * - `replyRefused`: the calendar refused
 * - `keptByHub`: the room's hub did not send it, because not all doors agreed, or its own look forbids it. The
 *   hub's log says why
 */
export const keepReasons = [
  'checkedIn',
  'exempt',
  'offerInterrupted',
  'bookedAfterStart',
  'touched',
  'calendarUnreachable',
  'scheduleStale',
  'bookingChanged',
  'clockUnsure',
  'journalUnreadable',
  'journalIncomplete',
  'attemptedBefore',
  'seriesUnknown',
  'seriesGuard',
  'replyRefused',
  'keptByHub',
] as const

export type KeepReason = (typeof keepReasons)[number]
