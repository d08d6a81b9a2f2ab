import type { Clock } from '../ports.ts'
import type { PanelStore } from '../panel/panel-store.ts'

/** When people last touched the screen. */
export interface TouchLog {
  /** To call at each touch of the screen, even one without effect, because people are at the door. */
  readonly touched: () => void
  /** The time since the last touch, ms; `Infinity` before the first one. */
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
