import type { RoomCalendar } from '../room-calendar.ts'
import type { PanelStore } from '../panel/panel-store.ts'
import type { Log } from '../ports.ts'

/** The rooms of the company as the panel's own app sees them. */
export interface RoomDirectory extends Pick<RoomCalendar, 'readRooms'> {
  /** The id of the room that the panel shows. */
  readonly current: string
}

/**
 * Lists the rooms for an administrator. Resolves when the rooms, or the reason for their absence, are on the
 * screen.
 */
export type ListRooms = () => Promise<void>

export interface ListRoomsParts {
  readonly panel: PanelStore
  readonly log: Log
  /** The company's rooms; undefined while the panel is not set up. */
  readonly directory: () => RoomDirectory | 'hubDecides' | undefined
}

export function createListRooms({ panel, log, directory }: ListRoomsParts): ListRooms {
  let isAtWork = false

  const read = async ({ readRooms, current }: RoomDirectory): Promise<void> => {
    try {
      const answer = await readRooms()
      if (answer.ok) {
        log.info('rooms.listed', { count: answer.value.length })
        // The panel may show another room by now.
        const now = directory()
        const shown = typeof now === 'object' ? now.current : current
        panel.apply({ kind: 'admin', event: { kind: 'roomsRead', rooms: answer.value, current: shown } })
        return
      }
      const { code: reason, scopes } = answer.error
      panel.apply({ kind: 'admin', event: { kind: 'roomsFailed', reason, ...(scopes && { scopes }) } })
    } catch (defect) {
      // The administrator must not wait for a list that won't come. The defect is thrown on, to the handler
      // of defects.
      panel.apply({ kind: 'admin', event: { kind: 'roomsFailed', reason: 'unexpected' } })
      throw defect
    }
  }

  return async () => {
    const rooms = directory()
    if (typeof rooms !== 'object')
      return panel.apply({ kind: 'admin', event: { kind: 'roomsFailed', reason: rooms ?? 'notSetUp' } })
    panel.apply({ kind: 'admin', event: { kind: 'roomsAsked' } })
    // A second request shares the list that is on its way, and costs no further calls.
    if (isAtWork) return
    isAtWork = true
    try {
      await read(rooms)
    } finally {
      isAtWork = false
    }
  }
}
