import type { JudgedBooking, VerdictOutcome } from '../shared/admin/judging.ts'
import type { RoomOutcome } from '../shared/admin/room-setting.ts'
import type { BookingId } from '../shared/booking/booking.ts'
import type { Result } from '../shared/result.ts'
import type { Instant } from '../shared/time/time.ts'
import type { Reply } from './calendars/room-calendar.ts'

/** What was done at this door, and by whom as far as a door knows, for IT. Only ever grows, until what is oldest goes. Never throws. */
export interface Audit {
  /** Resolves when the entry would survive a power cut. */
  readonly enter: (entry: AuditEntry) => Promise<Result<void, unknown>>
  /** The same for another room. */
  readonly enterRoom: (entry: RoomAuditEntry) => Promise<Result<void, unknown>>
  /** The same for what anybody can do. */
  readonly enterDoor: (entry: DoorAuditEntry) => Promise<Result<void, unknown>>
}

/**
 * What was done, and not what was only asked for: a page that asks without an end fills no audit.
 *
 * - `checkIn`: somebody checked in to a booking that nobody had checked in to before
 * - `end`: an end of this meeting is about to be sent, or was answered so
 * - `pin`: a PIN was compared; `inARow`: the how manieth wrong one it was
 */
export type DoorAct =
  | { readonly kind: 'checkIn'; readonly booking: BookingId }
  | { readonly kind: 'end'; readonly booking: BookingId; readonly answer?: Reply['kind'] }
  | { readonly kind: 'pin'; readonly isRight: true }
  | { readonly kind: 'pin'; readonly isRight: false; readonly inARow: number }

export type DoorAuditEntry = DoorAct & { readonly at: Instant }

export interface AuditEntry extends JudgedBooking {
  readonly at: Instant
  /** Missing before the reply is sent. An entry without it that no other follows tells of a crash in between. */
  readonly outcome?: VerdictOutcome
}

/** The panel was given another room; the ids of both. */
export interface RoomAuditEntry {
  readonly at: Instant
  readonly from: string
  readonly to: string
  /** Missing before it is stored. */
  readonly outcome?: RoomOutcome
}
