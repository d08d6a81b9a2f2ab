import type { JudgedBooking, VerdictOutcome } from '../shared/admin/judging.ts'
import type { RoomOutcome } from '../shared/admin/room-setting.ts'
import type { BookingId } from '../shared/booking/booking.ts'
import type { Sought } from '../shared/reserving/reserving.ts'
import type { Result } from '../shared/result.ts'
import type { Instant } from '../shared/time/time.ts'
import type { Reply } from './room-calendar.ts'

/**
 * The audit of this door for IT: each act, and its author as far as a door can know. Entries are only added,
 * and the oldest ones removed in the end. Never throws.
 */
export interface Audit {
  /** Resolves when the entry would survive a power cut. */
  readonly enter: (entry: AuditEntry) => Promise<Result<void, unknown>>
  /** The same for a change of room. */
  readonly enterRoom: (entry: RoomAuditEntry) => Promise<Result<void, unknown>>
  /** The same for acts that need no administrator. */
  readonly enterDoor: (entry: DoorAuditEntry) => Promise<Result<void, unknown>>
}

/**
 * Acts, not mere requests, so that a page that asks endlessly can't fill the audit.
 *
 * - `checkIn`: the first check-in to a booking was made
 * - `end`: the end of this meeting is about to be sent, or got this answer
 * - `reserve`: the door is about to book this for a visitor, or that came to this end
 * - `pin`: a PIN was compared; `inARow` is the number of wrong ones in a row so far
 */
export type DoorAct =
  | { readonly kind: 'checkIn'; readonly booking: BookingId }
  | { readonly kind: 'end'; readonly booking: BookingId; readonly answer?: Reply['kind'] }
  | ({ readonly kind: 'reserve'; readonly outcome?: 'booked' | 'gone' | 'uncertain' } & Sought)
  | { readonly kind: 'pin'; readonly isRight: true }
  | { readonly kind: 'pin'; readonly isRight: false; readonly inARow: number }

export type DoorAuditEntry = DoorAct & { readonly at: Instant }

export interface AuditEntry extends JudgedBooking {
  readonly at: Instant
  /**
   * Undefined before the reply is sent. If no entry with an outcome follows, the program crashed in between.
   */
  readonly outcome?: VerdictOutcome
}

/** The panel was given another room; both rooms' ids. */
export interface RoomAuditEntry {
  readonly at: Instant
  readonly from: string
  readonly to: string
  /** Undefined before the room is stored. */
  readonly outcome?: RoomOutcome
}
