import type { ListedRoom } from '../../shared/admin/room-setting.ts'
import type { Door, DoorRegistry } from '../store/doors.ts'

export interface ListedDoorsParts {
  readonly doors: Pick<DoorRegistry, 'list'>
  /** All rooms, for their names; none while the calendar has not told them. */
  readonly listRooms: () => Promise<readonly ListedRoom[]>
}

/** The doors that are assigned to a room, as the database had them last. */
export interface ListedDoors {
  readonly look: () => Promise<void>
  readonly all: () => readonly Door[]
  readonly roomOf: (door: Door) => ListedRoom | undefined
  /** Whether the database has answered the last look. */
  readonly isDatabaseUp: () => boolean
}

export function createListedDoors({ doors, listRooms }: ListedDoorsParts): ListedDoors {
  let assigned: readonly Door[] = []
  let rooms: ReadonlyMap<string, ListedRoom> = new Map()
  let isDatabaseUp = true
  return {
    look: async () => {
      const [listed, named] = await Promise.all([doors.list(), listRooms()])
      isDatabaseUp = listed.ok
      if (listed.ok) assigned = listed.value.filter(({ isAssigned }) => isAssigned)
      rooms = new Map(named.map((room) => [room.id, room]))
    },
    all: () => assigned,
    roomOf: ({ room }) => rooms.get(room),
    isDatabaseUp: () => isDatabaseUp,
  }
}
