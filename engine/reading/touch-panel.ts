import type { Allowance } from '../../shared/budget/allowance.ts'
import { freshForTouch, touchesRestUntil } from '../../shared/reading/reading-plan.ts'
import { type Instant, instantOf } from '../../shared/time/time.ts'
import type { PanelStore } from '../panel/panel-store.ts'
import type { Clock } from '../ports.ts'
import type { RefreshSchedule } from './refresh-schedule.ts'

/** A visitor touched the screen: reads the data again that they are about to act on, unless it is fresh. */
export type TouchPanel = () => Promise<void>

export interface TouchPanelParts {
  readonly clock: Clock
  readonly panel: PanelStore
  readonly refresh: RefreshSchedule
  /** The readings after touches that the month's calls allow. */
  readonly extent: () => Allowance['touches']
}

export function createTouchPanel({ clock, panel, refresh, extent }: TouchPanelParts): TouchPanel {
  let lastTouch: Instant = instantOf(0)
  let isFollowed = false

  /**
   * A fresh reading may have begun before the touch. One more follows as soon as it can't have, for all
   * touches until then.
   */
  const follow = (readAt: Instant): void => {
    if (isFollowed) return
    isFollowed = true
    clock.after(readAt + freshForTouch.all - clock.now(), () => {
      isFollowed = false
      const { schedule } = panel.current().reading
      if (schedule !== undefined && schedule.readAt < lastTouch) void refresh()
    })
  }
  return async () => {
    const touches = extent()
    const [touched, touchedAt] = [clock.elapsed(), clock.now()]
    lastTouch = touchedAt
    const freshFor = freshForTouch[touches]
    const { schedule, failure } = panel.current().reading
    if (failure !== undefined && touchedAt < touchesRestUntil(failure)) return
    const isFresh = failure === undefined && schedule !== undefined && touchedAt - schedule.readAt <= freshFor
    const readAt = (isFresh ? schedule : await refresh(touched - freshFor))?.readAt
    if (touches === 'all' && readAt !== undefined && readAt < touchedAt) follow(readAt)
  }
}
