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
  /** Whether the month's calls allow it. */
  readonly mayRead?: () => boolean
}

export function createTouchPanel(parts: TouchPanelParts): TouchPanel {
  const { clock, panel, refresh, mayRead = () => true } = parts
  return async () => {
    const { schedule, failure } = panel.current().reading
    const isFresh =
      failure === undefined && schedule !== undefined && clock.now() - schedule.readAt <= freshForTouch
    if (!isFresh && mayRead()) await refresh()
  }
}
