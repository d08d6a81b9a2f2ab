import type { BookingId } from '../booking/booking.ts'
import type { Obstacle } from '../check-in/obstacle.ts'
import type { Connection, Occupancy } from '../occupancy/occupancy.ts'
import type { UpdateWindow } from '../panel/update-window.ts'
import type { Instant } from '../time/time.ts'
import type { Snapshot } from './snapshot.ts'

/** What the door shows, for IT and its automation: no names, no titles. */
export interface Status {
  /** When the panel said so. */
  readonly at: Instant
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
  readonly calm?: UpdateWindow
}

/** What of it the panel's state says; the rest is the page's, the display's and the program's. */
export type StatusShown = Omit<Status, 'pageAt' | 'unreachable' | 'version' | 'calm'>

/** `reason` is that of the support page, which is on the screen in the door's place and claims nothing about the room. */
export const supportStatus = (reason: string, now: Instant): StatusShown => ({
  at: now,
  since: now,
  occupancy: 'unknown',
  reason,
  connection: 'offline',
})

export function statusOf({ now, occupancy, connection }: Snapshot): StatusShown {
  const booking = 'booking' in occupancy ? occupancy.booking.id : undefined
  const reason = reasonIn(occupancy)
  const releaseAt = occupancy.kind === 'awaitingCheckIn' ? occupancy.releaseAt : undefined
  return {
    at: now,
    since: now,
    occupancy: occupancy.kind,
    ...(reason !== undefined && { reason }),
    ...(booking !== undefined && { booking }),
    ...(releaseAt !== undefined && { releaseAt }),
    connection: connection.kind,
    ...(connection.readAt !== undefined && { readAt: connection.readAt }),
  }
}

/** Whether a door that showed the one shows the other: when, since when, and how the countdown is rounded, changes nothing. */
export const isSameStatus = (one: StatusShown, other: StatusShown): boolean =>
  JSON.stringify(timeless(one)) === JSON.stringify(timeless(other))

const timeless = (status: StatusShown) => ({
  ...status,
  at: 0,
  since: 0,
  releaseAt: seconds(status.releaseAt),
})

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
