import type { Verdict } from '../../shared/action/verdict.ts'
import type { BookingId } from '../../shared/booking/booking.ts'
import type { CheckIn } from '../../shared/check-in/check-in.ts'
import type { Reservation } from '../../shared/reserving/reservation.ts'
import type { Instant, Interval } from '../../shared/time/time.ts'

/** A check-in that a door has sent. */
export interface KeptCheckIn extends CheckIn {
  /** The door's own id of it, the same at each sending. */
  readonly id: string
  readonly room: string
  readonly door: string
}

/** A reservation that a door has asked for. */
export interface KeptReservation extends Reservation {
  readonly door: string
  /** The room of that door, whose engine carries it out. Another one than `room` if the door books elsewhere. */
  readonly byRoom: string
}

/** A verdict about a booking that a hub is about to send. */
export interface NewAttempt extends Interval {
  readonly room: string
  /** Names the booking within its room alone: one meeting can have two rooms. */
  readonly booking: BookingId
  readonly verdict: Verdict
  /** The door that asked for it; undefined for a release, which no single door asks for. */
  readonly door?: string
  readonly at: Instant
}

export interface KeptAttempt extends NewAttempt {
  readonly id: string
  /** Of the hub that began it. */
  readonly epoch: number
  /** Undefined while it is under way, or if its hub died meanwhile: then only a reading tells its result. */
  readonly outcome?: SettledAs
}

export const outcomes = ['done', 'refused', 'uncertain'] as const

/**
 * - `done`: it was carried out
 * - `refused`: it is certain that it was not carried out
 * - `uncertain`: it may or may not have been carried out
 */
export type SettledAs = (typeof outcomes)[number]

/**
 * Whether an attempt keeps its booking from having another one. A refused one doesn't, because nothing has
 * happened, and neither does one that was accepted: an accepted booking can still be ended.
 */
export const isStanding = ({ verdict, outcome }: Pick<KeptAttempt, 'verdict' | 'outcome'>): boolean =>
  outcome !== 'refused' && !(verdict === 'accept' && outcome === 'done')

/** Whether `outcome` may replace the outcome that is known so far. */
export const isUnsettled = ({ outcome }: Pick<KeptAttempt, 'outcome'>): boolean =>
  outcome === undefined || outcome === 'uncertain'
