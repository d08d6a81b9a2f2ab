import { seconds } from '../../shared/time/time.ts'
import { pause } from '../pause.ts'
import type { Clock } from '../ports.ts'

/** Ms. */
const betweenLooks = seconds(1)

/** Resolves when the calendar has said what time it is. Until then a tablet may stand in another day. */
export async function timeKnown(clock: Clock, isOver: () => boolean): Promise<void> {
  // oxlint-disable-next-line no-await-in-loop -- one look after the other
  while (!knowsTime(clock) && !isOver()) await pause(clock, betweenLooks)
}

export const knowsTime = (clock: Pick<Clock, 'error'>): boolean => Number.isFinite(clock.error())
