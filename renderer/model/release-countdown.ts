import type { Snapshot } from '../../shared/snapshot/snapshot.ts'
import { type Instant, minutes } from '../../shared/time/time.ts'

/** What is left until the room is given back, in ms; nothing, if nobody threatens to. */
export function untilRelease({ occupancy }: Snapshot, now: Instant): number | undefined {
  if (occupancy.kind !== 'awaitingCheckIn' || occupancy.releaseAt === undefined) return undefined
  return Math.max(occupancy.releaseAt - now, 0)
}

/** From here on seconds are written, ms. */
const secondsFrom = minutes(2)

export const showsSeconds = (left: number): boolean => left <= secondsFrom

/** Whether seconds have to be counted: begun so early that a beat a minute can't miss the first one that is written. */
export const countsSeconds = (left: number | undefined): boolean =>
  left !== undefined && left <= secondsFrom + minutes(1)

export const isLastMinute = (left: number | undefined): boolean => left !== undefined && left <= minutes(1)
