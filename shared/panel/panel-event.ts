import type { Action } from '../action/action.ts'
import type { AdminEvent } from '../admin/admin.ts'
import type { BookingId } from '../booking/booking.ts'
import type { CheckIn } from '../check-in/check-in.ts'
import type { Painted } from '../check-in/offer.ts'
import type { Recollection } from '../reading/cached-schedule.ts'
import type { ReadingEvent } from '../reading/reading.ts'
import type { RoomReadingEvent } from '../reading/room-reading.ts'
import type { ReservingEvent } from '../reserving/reserving.ts'
import type { SetUpProblem } from '../set-up/set-up.ts'
import type { Instant } from '../time/time.ts'
import type { JournalContent } from './journal.ts'

export type PanelEvent =
  /** The panel begins, or begins again with another room or another app. */
  | { readonly kind: 'setUp'; readonly isSameRoom?: true }
  | ({ readonly kind: 'recalled' } & Recollection)
  /** IT changed the rules, so the picture and the due actions may change. */
  | { readonly kind: 'rulesChanged' }
  | { readonly kind: 'setUpFailed'; readonly problem: SetUpProblem }
  | ReadingEvent
  | RoomReadingEvent
  /** All known titles of the bookings that were read last. */
  | { readonly kind: 'titlesRead'; readonly titles: ReadonlyMap<BookingId, string> }
  /** An action has begun, or has reached its next stage. */
  | { readonly kind: 'action'; readonly action: Action }
  /** The people of this booking have left the room. */
  | { readonly kind: 'left'; readonly booking: BookingId; readonly at: Instant }
  /** The time leapt, as after a sleep: earlier readings prove nothing now. `now`: the new time, if the calendar has told it. */
  | { readonly kind: 'timeLeapt'; readonly now?: Instant }
  /** The disk now holds the journal `content`. `saved` are the check-ins that were added to it. */
  | {
      readonly kind: 'journalKept'
      readonly content: JournalContent
      readonly saved?: readonly CheckIn[]
      readonly isFirst?: true
    }
  | { readonly kind: 'journalFailed' }
  | { readonly kind: 'checkInTapped'; readonly checkIn: CheckIn }
  /**
   * People are in the room who tapped on no check-in button of this door: they found none, they booked the room, or they
   * tapped at another door of it.
   */
  | { readonly kind: 'presumed'; readonly checkIns: readonly CheckIn[] }
  | ({ readonly kind: 'painted' } & Painted)
  /** The monotonic clock reads `elapsed`, ms: some offers may have had no picture for too long. */
  | { readonly kind: 'offersAged'; readonly elapsed: number }
  /** A visitor touched the screen. */
  | { readonly kind: 'touched'; readonly at: Instant }
  /** The page is gone. Only the next picture shows whether people can touch it again. */
  | { readonly kind: 'pageLost' }
  | { readonly kind: 'reserving'; readonly event: ReservingEvent }
  | { readonly kind: 'admin'; readonly event: AdminEvent }
