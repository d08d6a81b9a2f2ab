import type { Instant } from '../time/time.ts'
import type { Equipment } from './equipment.ts'

/**
 * The panel's knowledge of the room besides its schedule. Everything is optional: the panel works without it.
 */
export interface Room {
  readonly name?: string
  /** People. */
  readonly capacity?: number
  readonly equipment?: readonly Equipment[]
  /**
   * Where the room is, from the outside in: the building and the floor, as the calendar calls them. At most
   * two names.
   */
  readonly place?: readonly string[]
  /** The closing, if the room can't be used now or if one is planned. */
  readonly outOfService?: OutOfService
}

export interface OutOfService {
  readonly reason?: string
  /** Undefined if the closing has begun. */
  readonly from?: Instant
  /** Undefined if its end is not known. */
  readonly until?: Instant
}

/** The closing that is in force at `now`; undefined if the room can be used. */
export function closedAt({ outOfService }: Room, now: Instant): OutOfService | undefined {
  const { from = now, until = Infinity } = outOfService ?? { from: Infinity }
  return from <= now && now < until ? outOfService : undefined
}
