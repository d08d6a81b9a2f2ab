import { type Instant, instantOf, seconds } from './time.ts'

/**
 * How far the server's clock is from ours: it lies between two bounds, in ms to be added to our own time.
 * Each answer's `Date` header narrows them, for the answer was made between our sending and our receiving, and the
 * header leaves out the fraction of the second.
 */
export interface ServerOffset {
  readonly least: number
  readonly most: number
}

/** What one answer says. `sent` and `received` are by our own clock. */
export function offsetHeard(serverDate: Instant, sent: number, received: number): ServerOffset {
  return { least: serverDate - received, most: serverDate + seconds(1) - sent }
}

/** Both observations in one. Where they contradict each other one of the clocks was set: then the newer counts. */
export function narrowed(known: ServerOffset | undefined, heard: ServerOffset): ServerOffset {
  if (known === undefined) return heard
  const least = Math.max(known.least, heard.least)
  const most = Math.min(known.most, heard.most)
  return least <= most ? { least, most } : heard
}

/** The server's time, with the smallest correction of ours that agrees with all that was heard. */
export function serverTime(ownTime: number, offset: ServerOffset | undefined): Instant {
  if (offset === undefined) return instantOf(ownTime)
  return instantOf(ownTime + Math.min(Math.max(0, offset.least), offset.most))
}

/** How far `serverTime` may be from the server's, ms: infinitely, as long as nothing was heard. */
export function offsetError(offset: ServerOffset | undefined): number {
  if (offset === undefined) return Infinity
  const applied = Math.min(Math.max(0, offset.least), offset.most)
  return Math.max(applied - offset.least, offset.most - applied)
}
