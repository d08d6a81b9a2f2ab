import { hours, type Instant } from '../../shared/time/time.ts'
import type { View } from '../view.ts'

/** A booking that is nearer than this is named with its time also on the next day, ms. */
const near = hours(6)

/** Until when a free room is free, where that is to be told: nothing, if nobody comes any more today, nor soon after midnight. */
export function toldUntil(until: Instant | undefined, { snapshot, now }: View): Instant | undefined {
  if (until === undefined) return undefined
  return until < snapshot.today.end || until - now < near ? until : undefined
}
