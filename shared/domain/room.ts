import type { Instant } from './time.ts'

/** What is known of the room beside its schedule. Everything is optional: the panel works without it. */
export interface Room {
  readonly name?: string
  /** People. */
  readonly capacity?: number
  /** Where it is, from the outside in: the building and the floor, as the calendar calls them. At most two. */
  readonly place?: readonly string[]
  /** Set while the room can't be used. */
  readonly outOfService?: { readonly reason?: string; readonly until?: Instant }
}
