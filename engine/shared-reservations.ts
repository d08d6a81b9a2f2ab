import type { BookingId } from '../shared/booking/booking.ts'
import type { FoundRoom } from '../shared/reserving/found-rooms.ts'
import type { Reservation, ReservationFailure, ReservationId } from '../shared/reserving/reservation.ts'
import type { RoomLimits } from '../shared/reserving/room-limits.ts'
import type { Wish } from '../shared/reserving/wish.ts'
import type { Result } from '../shared/result.ts'
import type { CalendarProblem } from './room-calendar.ts'

/** The reservations of a room whose hub makes them for all its doors. Never throws. */
export interface SharedReservations {
  /** What the hub says of them now; undefined while it is not heard. */
  readonly heard: () => HeardReservations | undefined
  /** Calls `run` when that may have changed. Returns the function that stops it. */
  readonly onNews: (run: () => void) => () => void
  /** Asks the hub, once, to grant a wish. `running`: the booking that is to be extended. */
  readonly book: (wish: Wish, running: BookingId | undefined) => AskedReservation
  /** Other rooms near this one that are free now. */
  readonly find: () => Promise<Result<readonly FoundRoom[], CalendarProblem>>
}

export interface HeardReservations {
  /** Undefined while no door can book the room. */
  readonly limits?: RoomLimits
  readonly reservations: readonly Reservation[]
}

/** `id`: of the reservation, if the hub makes one. */
export interface AskedReservation {
  readonly id: ReservationId
  readonly outcome: Promise<AskedOutcome>
}

/**
 * - `settled`: what became of it the heard reservations say, now or soon
 * - `refused`: it is certain that nothing is booked
 * - `unanswered`: no answer came within the time that the hub has, and none will
 */
export type AskedOutcome =
  | { readonly kind: 'settled' }
  | { readonly kind: 'refused'; readonly because: ReservationFailure }
  | { readonly kind: 'unanswered' }
