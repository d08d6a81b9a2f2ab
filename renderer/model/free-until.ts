import type { Snapshot } from '../../shared/snapshot/snapshot.ts'
import { hours, type Instant } from '../../shared/time/time.ts'

interface Present {
  readonly snapshot: Pick<Snapshot, 'today'>
  readonly now: Instant
}

/** A booking that starts sooner than this is shown with its time even if it is on the next day, ms. */
const near = hours(6)

/**
 * When the free time ends, if that must be shown; undefined if no booking follows today, nor soon after
 * midnight.
 */
export function toldUntil(until: Instant | undefined, { snapshot, now }: Present): Instant | undefined {
  if (until === undefined) return undefined
  return until < snapshot.today.end || until - now < near ? until : undefined
}
