import type { Instant } from './time.ts'

/** What is known of the room beside its schedule. Everything is optional: the panel works without it. */
export interface Room {
  readonly name?: string
  /** People. */
  readonly capacity?: number
  /** Set while the room can't be used. */
  readonly outOfService?: { readonly reason?: string; readonly until?: Instant }
}
