import type { Booking, BookingId } from '../booking/booking.ts'
import type { Instant } from '../time/time.ts'

/** The progress of the release of a booking without a check-in. */
export type Releasing =
  | { readonly kind: 'none' }
  /**
   * The panel is checking the release or, once it is sent, waiting for its effect; no outcome is confirmed
   * yet.
   */
  | { readonly kind: 'releasing'; readonly booking: BookingId; readonly isSent: boolean }
  | {
      readonly kind: 'settled'
      readonly booking: Booking
      readonly outcome: ReleaseOutcome
      readonly at: Instant
    }

export const isBeingReleased = (releasing: Releasing, { id }: Booking): boolean =>
  releasing.kind === 'releasing' && releasing.booking === id

/** Whether the reply is on its way: a check-in that comes now may be too late, and is not asked for. */
export const isBeingSent = (releasing: Releasing, { id }: Pick<Booking, 'id'>): boolean =>
  releasing.kind === 'releasing' && releasing.isSent && releasing.booking === id

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
] as const

export type KeepReason = (typeof keepReasons)[number]
