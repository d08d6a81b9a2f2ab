import type { Booking } from '../booking/booking.ts'
import type { ProblemCode } from '../reading/problem.ts'
import type { SetUpProblem } from '../set-up/set-up.ts'
import type { Instant } from '../time/time.ts'

/** What the door says about the room. The kind is the value of the mark `data-occupancy`. */
export type Occupancy =
  /** Proven by fresh data (law 4). `until` is the start of the next booking in sight. */
  | { readonly kind: 'free'; readonly until?: Instant }
  /** The next booking is about to start, and somebody can check in to it. Nobody has the room yet. */
  | { readonly kind: 'checkInOpen'; readonly booking: Booking }
  /** The booking has started and nobody has checked in. `releaseAt` is when the room is given back, if it is. */
  | ({ readonly kind: 'awaitingCheckIn'; readonly releaseAt?: Instant } & Busy)
  /** Also before the start, from when somebody checks in. */
  | ({ readonly kind: 'inUse' } & Busy)
  /** We can't tell. `running` is what the last reading has for this moment: a hint, never green. */
  | { readonly kind: 'unknown'; readonly reason: UnknownReason; readonly running?: Booking }
  | { readonly kind: 'outOfService'; readonly reason?: string; readonly until?: Instant }
  | { readonly kind: 'notSetUp'; readonly problem: SetUpProblem }

/** Of overlapping bookings the one that people can act on, and when the room is free of all: several may follow each other. */
interface Busy {
  readonly booking: Booking
  readonly until: Instant
}

/** `starting`: nothing was read yet; `stale`: the last reading is too old; else why the last reading failed. */
export type UnknownReason = 'starting' | 'stale' | ProblemCode

/** How good the line to the calendar is. The kind is the value of the mark `data-connection`. */
export type Connection =
  | { readonly kind: 'live'; readonly readAt: Instant }
  | { readonly kind: 'stale'; readonly readAt?: Instant }
  /** The last attempt to read failed. */
  | { readonly kind: 'offline'; readonly readAt?: Instant }
