import type { ProblemCode } from '../reading/problem.ts'
import type { ReservationFailure } from '../reserving/reservation.ts'

/** Booking at the door. */
export interface ReserveWords {
  readonly book: string
  /** Asked above the lengths, on which there is nothing but a duration or a time. */
  readonly howLong: string
  readonly cancel: string
  readonly reserving: string
  readonly booked: (until: string) => string
  readonly notBooked: string
  readonly failure: Readonly<Record<Exclude<ReservationFailure, ProblemCode>, string>>
  readonly maybeBooked: string
  readonly maybeBookedAdvice: string
}
