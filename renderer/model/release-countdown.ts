import type { Snapshot } from '../../shared/snapshot/snapshot.ts'
import { type Instant, minutes } from '../../shared/time/time.ts'

/** The time until the room is given back, ms; undefined if no release is planned. */
export function untilRelease({ occupancy }: Snapshot, now: Instant): number | undefined {
  if (occupancy.kind !== 'awaitingCheckIn' || occupancy.releaseAt === undefined) return undefined
  return Math.max(occupancy.releaseAt - now, 0)
}

/** From this time left on the countdown shows seconds, ms. */
const secondsFrom = minutes(2)

export const showsSeconds = (left: number): boolean => left <= secondsFrom

/**
 * Whether the page must update each second. It begins so early that an update each minute can't miss the
 * first second that is shown.
 */
export const countsSeconds = (left: number | undefined): boolean =>
  left !== undefined && left <= secondsFrom + minutes(1)

export const isLastMinute = (left: number | undefined): boolean => left !== undefined && left <= minutes(1)
