import type { BookingId } from '../../shared/booking/booking.ts'
import type { Instant } from '../../shared/time/time.ts'
import type { StoreAnswer } from './stored.ts'

/** The acts that people had the hubs carry out, and who gave each order. Entries are only added. */
export interface HubAudit {
  readonly enter: (act: HubAct) => StoreAnswer<void>
  /** The newest acts, the newest first; with `door`, those about this door. */
  readonly latest: (count: number, door?: string) => StoreAnswer<readonly EnteredAct[]>
}

/**
 * The closed list of acts: enrolment, administrators' verdicts, the orders that a door can be given, and
 * `cloned`, that two tablets spoke as one door.
 */
export const hubActs = [
  'code',
  'enrol',
  'unassign',
  'rotate',
  'rotated',
  'cloned',
  'accept',
  'decline',
  'vote',
  'restart',
  'picture',
  'logs',
  'doctor',
] as const

export interface HubAct {
  readonly act: (typeof hubActs)[number]
  /** The person's or hub's name, as far as it is known. */
  readonly by: string
  readonly room?: string
  readonly door?: string
  /** Of a verdict. */
  readonly booking?: BookingId
  /** The order's id and when it expires; undefined for other acts. */
  readonly order?: { readonly id: string; readonly expiresAt: Instant }
  /** Undefined before it is done. If no entry with an outcome follows, it is not known. */
  readonly outcome?: string
}

export interface EnteredAct extends HubAct {
  /** By the store's clock. */
  readonly at: Instant
}
