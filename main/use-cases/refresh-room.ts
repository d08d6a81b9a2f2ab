import { adviceFor } from '../../shared/domain/advice.ts'
import type { PanelStore } from '../panel/panel-store.ts'
import type { Clock, Log, RoomCalendar } from '../ports.ts'

/** Reads the room's name and whether it is in service. Without an answer the panel goes on with what it knew. */
export type RefreshRoom = () => Promise<void>

export interface RefreshRoomParts {
  readonly calendar: RoomCalendar
  readonly clock: Clock
  readonly panel: PanelStore
  readonly log: Log
}

export function createRefreshRoom({ calendar, clock, panel, log }: RefreshRoomParts): RefreshRoom {
  return async () => {
    panel.apply({ kind: 'roomAsked', at: clock.now() })
    const answer = await calendar.readRoom()
    if (answer.ok) panel.apply({ kind: 'roomRead', room: answer.value, at: clock.now() })
    else log.warn('room.failed', { ...answer.error, action: adviceFor(answer.error) })
  }
}
