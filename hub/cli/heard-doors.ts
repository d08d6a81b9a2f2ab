import type { Cancel, Clock } from '../../engine/ports.ts'
import { seconds } from '../../shared/time/time.ts'
import { followHeardDoors, type HeardDoor, type HeardDoorsParts } from '../doors/heard-doors.ts'

/** The broker sends all that it keeps at once: after so long without another message it has, ms. */
const quiet = seconds(1)

/** What all doors have said last. Needs no hub: the broker retains it. */
export async function hearDoors({
  line,
  clock,
}: Pick<HeardDoorsParts, 'line' | 'clock'>): Promise<ReadonlyMap<string, HeardDoor>> {
  const whenQuiet = createQuiet(clock)
  const heard = followHeardDoors({ line, clock, onHeard: whenQuiet.heard })
  await whenQuiet.reached
  heard.stop()
  return heard.all
}

/** Reached once nothing was heard for some time. */
function createQuiet(clock: Pick<Clock, 'after'>): {
  readonly heard: () => void
  readonly reached: Promise<void>
} {
  let cancel: Cancel | undefined
  let reach: (() => void) | undefined
  const heard = (): void => {
    cancel?.()
    cancel = clock.after(quiet, () => reach?.())
  }
  const reached = new Promise<void>((resolve) => (reach = resolve))
  heard()
  return { heard, reached }
}
