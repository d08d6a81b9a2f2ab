import { seconds } from '../../shared/time/time.ts'
import { pause } from '../pause.ts'
import type { Clock } from '../ports.ts'

/** Ms. */
const betweenLooks = seconds(1)
/** After so many looks in vain the calendar is asked. */
const looksBeforeAsking = 20

/**
 * Resolves when the calendar has said what time it is. Until then a tablet may stand in another day. `ask` asks the
 * calendar something, where the next thing that the panel would ask may be minutes away.
 */
export async function timeKnown(
  clock: Clock,
  isOver: () => boolean,
  ask: () => void = () => undefined,
): Promise<void> {
  let looks = 0
  while (!knowsTime(clock) && !isOver()) {
    looks += 1
    if (looks % looksBeforeAsking === 0) ask()
    // oxlint-disable-next-line no-await-in-loop -- one look after the other
    await pause(clock, betweenLooks)
  }
}

export const knowsTime = (clock: Pick<Clock, 'error'>): boolean => Number.isFinite(clock.error())
