import type { Instant } from '../../shared/time/time.ts'
import type { HubAudit } from './audit.ts'
import type { DoorRegistry } from './doors.ts'
import type { KeptAttempt, KeptCheckIn, KeptReservation, NewAttempt, SettledAs } from './kept.ts'
import type { HubLease } from './lease.ts'
import type { KeptTickets } from './tickets.ts'
import type { Fenced, StoreAnswer } from './stored.ts'

/**
 * The shared memory of one company's hubs. Never throws, and each call ends within some seconds.
 *
 * Several hubs use it at the same time, and one of them leads: it holds the lease. What is said of rooms is
 * written by the leader alone. Each such write carries the epoch of its lease, and the store itself refuses it
 * when that is not the present one (`Fenced`), even if a hub takes itself for the leader or has a wrong clock.
 */
export interface HubStore {
  /** Makes the store ready for this version of the hub, before anything else is asked of it. Safe to repeat. */
  readonly prepare: () => StoreAnswer<void>
  readonly lease: HubLease
  readonly checkIns: KeptCheckIns
  readonly attempts: KeptAttempts
  readonly reservations: KeptReservations
  readonly doors: DoorRegistry
  readonly audit: HubAudit
  readonly tickets: KeptTickets
  /** Ends all connections. The store can't be used afterwards. */
  readonly close: () => Promise<void>
}

/** The check-ins of all rooms. */
export interface KeptCheckIns {
  /** A check-in whose id is recorded already is left as it is, so that a door can send it again. */
  readonly record: (epoch: number, checkIn: KeptCheckIn) => Fenced<void>
  /** Those to bookings that end after `moment`, in the order in which they were recorded. */
  readonly endingAfter: (moment: Instant) => StoreAnswer<readonly KeptCheckIn[]>
}

/** The requests about bookings that were sent to the calendar, or are about to be. */
export interface KeptAttempts {
  /**
   * Begins the one attempt that a booking can have. Only after `begun` may its verdict be sent, and only once.
   * After `unavailable` it may have begun, and must not be sent.
   */
  readonly begin: (epoch: number, attempt: NewAttempt) => Fenced<Begun>
  /**
   * The outcome of an attempt. A later reading can replace `uncertain`; any other outcome is
   * final, and a later one is ignored.
   */
  readonly settle: (epoch: number, id: string, outcome: SettledAs) => Fenced<void>
  /** Those about bookings that end after `moment`, in the order in which they began. */
  readonly endingAfter: (moment: Instant) => StoreAnswer<readonly KeptAttempt[]>
}

/** `alreadyBegun`: another attempt has the booking, perhaps one of another hub. */
export type Begun =
  | { readonly kind: 'begun'; readonly id: string }
  | { readonly kind: 'alreadyBegun'; readonly by: KeptAttempt }

/** The reservations that doors make. */
export interface KeptReservations {
  /**
   * Adds a reservation, or gives the one with its id another state and time. `overlaps`: the room has another open
   * reservation in that time, or the id is another door's, and this one is not kept.
   */
  readonly keep: (epoch: number, reservation: KeptReservation) => Fenced<'kept' | 'overlaps'>
  /** Those that end after `moment`, in the order in which they were asked for. */
  readonly endingAfter: (moment: Instant) => StoreAnswer<readonly KeptReservation[]>
}
