import type { Booking, BookingId } from '../booking/booking.ts'
import type { Instant } from '../time/time.ts'

/** How the release of a booking that nobody checked in to goes. */
export type Releasing =
  | { readonly kind: 'none' }
  /** Being made sure of or, once it is sent, waited for; nothing is confirmed. */
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
 * - `observed`: it would have been released, if IT had allowed it
 * - `kept`: the booking stays; nothing was sent, or the calendar refused it for certain
 * - `uncertain`: it may have been released; nothing is sent again (law 3)
 */
export type ReleaseOutcome =
  | { readonly kind: 'released' }
  | { readonly kind: 'observed' }
  | { readonly kind: 'kept'; readonly because: KeepReason }
  | { readonly kind: 'uncertain' }

/**
 * Why a booking is kept. A closed list, which IT reads in the journal.
 *
 * - `checkedIn`: somebody is here
 * - `exempt`: IT's rules never release it
 * - `offerInterrupted`: check-in has not been possible without a gap from when it opened to the end of the grace
 * - `bookedAfterStart`: it was first listed when it had begun, so its people did not come by the door
 * - `touched`: somebody touched the screen less than a grace ago
 * - `calendarUnreachable`: the last reading failed
 * - `scheduleStale`: the last reading is too old
 * - `bookingChanged`: a reading no longer has this very booking at this time
 * - `clockUnsure`: the server's time is not known well enough
 * - `journalUnreadable`: the journal can't be read or written
 * - `journalIncomplete`: a journal that could not be understood was set aside, and a check-in may have been in it
 * - `attemptedBefore`: a release of it was tried already
 * - `seriesUnknown`: it could not be found out whether it is one of a series, or which others there are
 * - `seriesGuard`: a reply hit other instances of a series before; automatic release is off
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
