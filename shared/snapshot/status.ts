import { dequal } from 'dequal/lite'
import type { BookingId } from '../booking/booking.ts'
import type { Obstacle } from '../check-in/obstacle.ts'
import type { Connection, Occupancy } from '../occupancy/occupancy.ts'
import type { UpdateWindow } from '../panel/update-window.ts'
import type { Instant } from '../time/time.ts'
import type { Snapshot } from './snapshot.ts'

/** The door's state for IT and its automation, without names or titles. */
export interface Status {
  /** When the panel wrote this. */
  readonly at: Instant
  /** When the door began to show this. */
  readonly since: Instant
  readonly occupancy: Occupancy['kind']
  /** Why the state is unknown, why the room is out of service, or why the panel is not set up. */
  readonly reason?: string
  readonly booking?: BookingId
  /** When the room is given back if no check-in is made. */
  readonly releaseAt?: Instant
  readonly connection: Connection['kind']
  /** When the calendar was last read with success. */
  readonly readAt?: Instant
  /** Set while the disk refuses check-ins, which the door says, too. */
  readonly isKeepingNothing?: true
  /** When the page last reported a picture. */
  readonly pageAt?: Instant
  /** Why people can't see or touch the page; undefined if they can. */
  readonly unreachable?: Obstacle
  /** The program's version. */
  readonly version?: string
  /** Whether the program may be stopped for an update, and how quiet the office is. */
  readonly calm?: UpdateWindow
}

/**
 * The part of the status that comes from the snapshot. The page, the display and the program add the rest.
 */
export type StatusShown = Omit<Status, 'pageAt' | 'unreachable' | 'version' | 'calm'>

/**
 * The status while the support page is on the screen instead of the door's, which makes no claim about the
 * room. `reason` is the support page's.
 */
export const supportStatus = (reason: string, now: Instant): StatusShown => ({
  at: now,
  since: now,
  occupancy: 'unknown',
  reason,
  connection: 'offline',
})

export function statusOf({ now, occupancy, connection, isKeepingNothing }: Snapshot): StatusShown {
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
    ...(isKeepingNothing && { isKeepingNothing }),
  }
}

/**
 * Whether a door with either status looks the same. The times of writing and of the last change, and
 * fractions of a second in the countdown, are ignored.
 */
export const isSameStatus = (one: StatusShown, other: StatusShown): boolean =>
  dequal(timeless(one), timeless(other))

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
    case 'reserving':
    case 'checkInOpen':
    case 'awaitingCheckIn':
    case 'inUse':
      return undefined
  }
}
