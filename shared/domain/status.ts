import type { BookingId } from './booking.ts'
import type { Calm } from './calm.ts'
import type { Connection, Occupancy } from './occupancy.ts'
import type { Obstacle } from './obstacle.ts'
import type { Snapshot } from './snapshot.ts'
import type { Instant } from './time.ts'

/** What the door shows, for IT and its automation: no names, no titles. */
export interface Status {
  /** Since when it has shown this. */
  readonly since: Instant
  readonly occupancy: Occupancy['kind']
  /** Why nothing is known, or what is not set up. */
  readonly reason?: string
  readonly booking?: BookingId
  /** When the room is given back if nobody comes. */
  readonly releaseAt?: Instant
  readonly connection: Connection['kind']
  /** When the calendar was last read with success. */
  readonly readAt?: Instant
  /** When the page last said that it had painted. */
  readonly pageAt?: Instant
  /** What keeps people from seeing or touching the page, if anything does. */
  readonly unreachable?: Obstacle
  /** Of the program. */
  readonly version?: string
  /** Whether the program may be taken from the door for an update. */
  readonly calm?: Calm
}

export function statusOf({ now, occupancy, connection }: Snapshot): Status {
  const booking = 'booking' in occupancy ? occupancy.booking.id : undefined
  const reason = reasonIn(occupancy)
  const releaseAt = occupancy.kind === 'awaitingCheckIn' ? occupancy.releaseAt : undefined
  return {
    since: now,
    occupancy: occupancy.kind,
    ...(reason !== undefined && { reason }),
    ...(booking !== undefined && { booking }),
    ...(releaseAt !== undefined && { releaseAt }),
    connection: connection.kind,
    ...(connection.readAt !== undefined && { readAt: connection.readAt }),
  }
}

/** Whether a door that showed the one shows the other: since when, and how the countdown is rounded, changes nothing. */
export const isSameStatus = (one: Status, other: Status): boolean =>
  JSON.stringify({ ...one, since: 0, releaseAt: seconds(one.releaseAt) }) ===
  JSON.stringify({ ...other, since: 0, releaseAt: seconds(other.releaseAt) })

const seconds = (at: Instant | undefined): number | undefined =>
  at === undefined ? undefined : Math.round(at / 1000)

function reasonIn(occupancy: Occupancy): string | undefined {
  switch (occupancy.kind) {
    case 'unknown':
    case 'outOfService':
      return occupancy.reason
    case 'notSetUp':
      return occupancy.problem.kind
    case 'free':
    case 'checkInOpen':
    case 'awaitingCheckIn':
    case 'inUse':
      return undefined
  }
}
