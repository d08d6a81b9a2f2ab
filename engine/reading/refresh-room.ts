import { adviceFor } from '../../shared/set-up/advice.ts'
import { plus } from '../../shared/time/time.ts'
import type { RoomCalendar } from '../room-calendar.ts'
import type { PanelStore } from '../panel/panel-store.ts'
import type { Clock, Log } from '../ports.ts'

/** Reads the room's name and whether it is in service, and tells the panel. */
export type RefreshRoom = () => Promise<void>

export interface RefreshRoomParts {
  readonly calendar: RoomCalendar
  readonly clock: Clock
  readonly panel: PanelStore
  readonly log: Log
}

export function createRefreshRoom(parts: RefreshRoomParts): RefreshRoom {
  const { calendar, clock, panel, log } = parts
  return async function refresh() {
    panel.apply({ kind: 'roomAsked' })
    const asked = clock.elapsed()
    const answer = await calendar.readRoom()
    // The call began before a sleep, so the age of its answer is not known.
    if (!clock.isWholeSince(asked)) return refresh()
    // Counted back from now, because this answer may just have corrected the clock.
    const at = answer.askedAt ?? plus(clock.now(), asked - clock.elapsed())
    if (answer.ok) {
      const heard = answer.askedAt !== undefined && { heardAt: clock.now() }
      return panel.apply({ kind: 'roomRead', room: answer.value, at, ...heard })
    }
    const { code, retryAfter, ...problem } = answer.error
    log.warn('room.failed', { code, ...problem, action: adviceFor(answer.error) })
    panel.apply({ kind: 'roomFailed', code, at, ...(retryAfter !== undefined && { retryAfter }) })
  }
}
