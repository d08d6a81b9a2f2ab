import { nextReading, nextRoomReading } from '../shared/domain/reading-plan.ts'
import { nextDeadline, type View } from '../shared/domain/snapshot-of.ts'
import type { Cancel, Clock } from './ports.ts'
import type { RefreshRoom } from './use-cases/refresh-room.ts'
import type { RefreshSchedule } from './use-cases/refresh-schedule.ts'
import type { PanelStore } from './panel/panel-store.ts'

export interface HeartbeatParts {
  readonly clock: Clock
  readonly panel: PanelStore
  readonly viewAt: () => View
  readonly refresh: RefreshSchedule
  readonly refreshRoom: RefreshRoom
  /** Something may look different now. */
  readonly show: () => void
}

/**
 * Looks after the panel: shows each change, reads what is due, and sets the one timer for when to look again.
 * Gives back how to stop.
 */
export function startHeartbeat(parts: HeartbeatParts): Cancel {
  const { clock, panel, viewAt } = parts
  let cancelTimer: Cancel | undefined

  const setTimer = (): void => {
    cancelTimer?.()
    const next = nextDeadline(panel.current(), clock.now(), viewAt())
    cancelTimer = next === undefined ? undefined : clock.after(next - clock.now(), beat)
  }
  const isDue = (moment: number | undefined): boolean => moment !== undefined && moment <= clock.now()
  function beat(): void {
    parts.show()
    setTimer()
    // Both change the panel at once, and so come through here again before they return.
    if (isDue(nextReading(panel.current(), viewAt().interval, clock.now()))) void parts.refresh()
    if (isDue(nextRoomReading(panel.current(), clock.now()))) void parts.refreshRoom()
  }

  const stops = [panel.onChange(beat), clock.onLeap(() => panel.apply({ kind: 'timeLeapt' }))]
  beat()
  return () => {
    cancelTimer?.()
    for (const stop of stops) stop()
  }
}
