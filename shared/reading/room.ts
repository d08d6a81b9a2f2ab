import type { Instant } from '../time/time.ts'

/** What is known of the room beside its schedule. Everything is optional: the panel works without it. */
export interface Room {
  readonly name?: string
  /** People. */
  readonly capacity?: number
  /** Where it is, from the outside in: the building and the floor, as the calendar calls them. At most two. */
  readonly place?: readonly string[]
  /** Set while the room can't be used, or when that is planned. */
  readonly outOfService?: OutOfService
}

export interface OutOfService {
  readonly reason?: string
  /** Nothing, if it has begun. */
  readonly from?: Instant
  /** Nothing, if nobody knows. */
  readonly until?: Instant
}

/** Why the room can't be used at `now`; nothing, if it can. */
export function closedAt({ outOfService }: Room, now: Instant): OutOfService | undefined {
  const { from = now, until = Infinity } = outOfService ?? { from: Infinity }
  return from <= now && now < until ? outOfService : undefined
}
