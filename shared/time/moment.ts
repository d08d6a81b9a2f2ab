import type { Instant } from './time.ts'

/** A moment by both clocks, and how far (ms) the first may be from the server's. */
export interface Moment {
  readonly now: Instant
  /** By the monotonic clock, ms. */
  readonly elapsed: number
  readonly clockError: number
}
