import type { Clock } from '../ports.ts'
import type { PanelStore } from './panel-store.ts'

/** When people last touched the screen. */
export interface TouchLog {
  /** Somebody touches the screen: people are in front of the door, whatever comes of the touch. */
  readonly touched: () => void
  /** Ms since the last touch; infinite before the first one. */
  readonly ago: () => number
}

export function createTouchLog(
  clock: Pick<Clock, 'now' | 'elapsed'>,
  panel: Pick<PanelStore, 'apply'>,
): TouchLog {
  let lastAt = -Infinity
  return {
    touched: () => {
      lastAt = clock.elapsed()
      panel.apply({ kind: 'touched', at: clock.now() })
    },
    ago: () => clock.elapsed() - lastAt,
  }
}
