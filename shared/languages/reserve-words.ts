import type { FindWords } from './find-words.ts'
import type { ProblemCode } from '../reading/problem.ts'
import type { ReservationFailure } from '../reserving/reservation.ts'

/** Booking at the door. */
export interface ReserveWords {
  readonly book: string
  /** The visitor came for the next booking, before its time. */
  readonly startEarly: string
  /** The visitor's booking was just released, because nobody had checked in. */
  readonly takeBack: string
  /** A gap of the day that begins at this time and can be booked. */
  readonly bookGap: (from: string) => string
  /** Asked above the lengths, on which there is nothing but a duration or a time. */
  readonly howLong: string
  readonly cancel: string
  /** The next possible start in a gap of the day. */
  readonly later: string
  readonly reserving: string
  readonly booked: (until: string) => string
  readonly bookedLater: (from: string, until: string) => string
  readonly bookedLaterAdvice: string
  /** In the place of a name: a visitor has booked it here. */
  readonly atTheDoor: string
  readonly notBooked: string
  readonly failure: Readonly<Record<Exclude<ReservationFailure, ProblemCode>, string>>
  readonly maybeBooked: string
  readonly maybeBookedAdvice: string
  readonly find: FindWords
}
