import type { AdminEvent } from '../admin/admin.ts'
import type { Booking, BookingId } from '../booking/booking.ts'
import type { CheckIn, CheckInOutcome } from '../check-in/check-in.ts'
import type { Painted } from '../check-in/offer.ts'
import type { EndOutcome } from '../ending/ending.ts'
import type { Recollection } from '../reading/cached-schedule.ts'
import type { ReadingEvent } from '../reading/reading.ts'
import type { RoomReadingEvent } from '../reading/room-reading.ts'
import type { ReleaseOutcome } from '../release/release.ts'
import type { SetUpProblem } from '../set-up/set-up.ts'
import type { Instant } from '../time/time.ts'
import type { JournalContent } from './journal.ts'

export type PanelEvent =
  /** The panel begins, or begins anew for another room or by another app. */
  | { readonly kind: 'setUp'; readonly isSameRoom?: true }
  | ({ readonly kind: 'recalled' } & Recollection)
  /** IT wrote other rules: what is to be shown and done may be another thing now. */
  | { readonly kind: 'rulesChanged' }
  | { readonly kind: 'setUpFailed'; readonly problem: SetUpProblem }
  | ReadingEvent
  | RoomReadingEvent
  /** All that are known of the bookings that were read last. */
  | { readonly kind: 'titlesRead'; readonly titles: ReadonlyMap<BookingId, string> }
  | { readonly kind: 'endingBegun'; readonly booking: BookingId; readonly isSent?: true }
  | {
      readonly kind: 'endingSettled'
      readonly booking: BookingId
      readonly outcome: EndOutcome
      readonly at: Instant
    }
  /** Time made a leap, as after a sleep: what was read before proves nothing now. */
  | { readonly kind: 'timeLeapt' }
  /** The journal on the disk is this; of what it lacked it has `saved` now. */
  | {
      readonly kind: 'journalKept'
      readonly content: JournalContent
      readonly saved?: readonly CheckIn[]
      readonly isFirst?: true
    }
  | { readonly kind: 'journalFailed' }
  | { readonly kind: 'checkInTapped'; readonly checkIn: CheckIn }
  | {
      readonly kind: 'checkInSettled'
      readonly booking: BookingId
      readonly outcome: CheckInOutcome
      readonly at: Instant
    }
  /** People may sit in the room who found no button. */
  | { readonly kind: 'presumed'; readonly checkIns: readonly CheckIn[] }
  | ({ readonly kind: 'painted' } & Painted)
  /** The monotonic clock reads `elapsed`, ms: some offers may have had no picture for too long. */
  | { readonly kind: 'offersAged'; readonly elapsed: number }
  /** A finger was put on the screen. */
  | { readonly kind: 'touched'; readonly at: Instant }
  /** The page is gone: only the next picture says whether it can be touched again. */
  | { readonly kind: 'pageLost' }
  | { readonly kind: 'releaseBegun'; readonly booking: BookingId }
  /** From here on nobody can hold it back. */
  | { readonly kind: 'releaseSent'; readonly booking: BookingId }
  | {
      readonly kind: 'releaseSettled'
      readonly booking: Booking
      readonly outcome: ReleaseOutcome
      readonly at: Instant
    }
  | { readonly kind: 'admin'; readonly event: AdminEvent }
