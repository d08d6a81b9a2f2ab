import type { Allowance } from '../../shared/domain/allowance.ts'
import { freshForTouch } from '../../shared/domain/reading-plan.ts'
import type { PanelStore } from '../panel/panel-store.ts'
import type { Clock } from '../ports.ts'
import type { RefreshSchedule } from './refresh-schedule.ts'

/** Somebody touched the screen: what they are about to act upon is read again, unless it is fresh. */
export type TouchPanel = () => Promise<void>

export interface TouchPanelParts {
  readonly clock: Clock
  readonly panel: PanelStore
  readonly refresh: RefreshSchedule
  /** What the month's calls allow. */
  readonly extent: () => Allowance['touches']
}

export function createTouchPanel({ clock, panel, refresh, extent }: TouchPanelParts): TouchPanel {
  return async () => {
    const touches = extent()
    if (touches === 'none') return
    const freshFor = freshForTouch[touches]
    const { schedule, failure } = panel.current().reading
    const isFresh =
      failure === undefined && schedule !== undefined && clock.now() - schedule.readAt <= freshFor
    if (!isFresh) await refresh(clock.elapsed() - freshFor)
  }
}
