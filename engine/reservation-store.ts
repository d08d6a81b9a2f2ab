import type { Reservation } from '../shared/reserving/reservation.ts'
import type { Result } from '../shared/result.ts'
import type { JournalProblem } from './ports.ts'

/** The door's reservations, on disk. Never throws. */
export interface ReservationStore {
  /** The stored reservations. Changes no file. */
  readonly read: () => Promise<Result<ReservationsRead, JournalProblem>>
  /** Resolves when all of them would survive a power cut. */
  readonly write: (reservations: readonly Reservation[]) => Promise<Result<void, ReservationProblem>>
}

/** `taken`: another reservation, which this door's engine does not know, is being made for that time. */
export type ReservationProblem = JournalProblem | { readonly code: 'taken'; readonly cause?: unknown }

/**
 * `missing`: there is none; `corrupt`: it can't be parsed. The calendar's own list has the lost reservations.
 */
export type ReservationsRead =
  | { readonly kind: 'found'; readonly reservations: readonly Reservation[] }
  | { readonly kind: 'missing' }
  | { readonly kind: 'corrupt' }
