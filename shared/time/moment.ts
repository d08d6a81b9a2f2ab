import type { Instant } from './time.ts'

/**
 * A moment by the server's clock and by the monotonic clock. `clockError` is the greatest possible error of
 * `now`, ms.
 */
export interface Moment {
  readonly now: Instant
  /** By the monotonic clock, ms. */
  readonly elapsed: number
  readonly clockError: number
}
