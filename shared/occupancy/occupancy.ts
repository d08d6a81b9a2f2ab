import type { Booking } from '../booking/booking.ts'
import type { ProblemCode } from '../reading/problem.ts'
import type { SetUpProblem } from '../set-up/set-up.ts'
import type { Instant, Interval } from '../time/time.ts'

/** What the door says about the room. The kind is the value of the mark `data-occupancy`. */
export type Occupancy =
  /** Proven by fresh data (law 4). `until` is the start of the next booking in sight. */
  | { readonly kind: 'free'; readonly until?: Instant }
  /**
   * The next booking is about to start, and people can check in to it. No check-in has been made, and no
   * booking is running yet.
   */
  | { readonly kind: 'checkInOpen'; readonly booking: Booking }
  /**
   * The booking has started and no check-in has been made. `releaseAt` is when the room will be given back;
   * undefined if it won't be.
   */
  | ({ readonly kind: 'awaitingCheckIn'; readonly releaseAt?: Instant } & Busy)
  /** Also before the start, once a check-in has been made, or a visitor has booked from the next minute on. */
  | ({ readonly kind: 'inUse' } & Busy)
  /**
   * The door is booking the room for this time, and does not know yet whether it gets it. Never green, also
   * where the time is later today.
   */
  | ({ readonly kind: 'reserving' } & Interval)
  /**
   * The state is not proven. `running` is the booking that the last reading has for this moment: a hint,
   * never green.
   */
  | { readonly kind: 'unknown'; readonly reason: UnknownReason; readonly running?: Booking }
  | { readonly kind: 'outOfService'; readonly reason?: string; readonly until?: Instant }
  | { readonly kind: 'notSetUp'; readonly problem: SetUpProblem }

/**
 * `booking`: of overlapping bookings the one that people can act on. `until`: the end of the whole run of
 * bookings that follow each other.
 */
interface Busy {
  readonly booking: Booking
  readonly until: Instant
}

/**
 * `starting`: no reading has been made yet; `stale`: the last reading is too old; a problem code: why the
 * last reading failed.
 */
export type UnknownReason = 'starting' | 'stale' | ProblemCode

/** The connection to the calendar. The kind is the value of the mark `data-connection`. */
export type Connection =
  | { readonly kind: 'live'; readonly readAt: Instant }
  | { readonly kind: 'stale'; readonly readAt?: Instant }
  /** The last attempt to read failed. */
  | { readonly kind: 'offline'; readonly readAt?: Instant }
