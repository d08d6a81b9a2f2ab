import type { Cancel, Clock, Log } from '../../engine/ports.ts'
import { seconds } from '../../shared/time/time.ts'
import type { Door, DoorRegistry } from '../store/doors.ts'

/** The doors that are assigned to a room, as the store had them last. */
export interface KnownDoors {
  readonly of: (room: string) => readonly string[]
  readonly roomOf: (door: string) => string | undefined
  readonly stop: () => void
}

export interface KnownDoorsParts {
  readonly doors: Pick<DoorRegistry, 'list'>
  readonly clock: Clock
  readonly log: Log
  readonly onChange: () => void
  /** Called with the assigned doors at each look. */
  readonly onListed?: (doors: readonly Door[]) => void
}

/** How often the store is asked, ms: a door that was enrolled just now waits no longer for its room. */
const between = seconds(5)

export function followDoors({ doors, clock, log, onChange, onListed }: KnownDoorsParts): KnownDoors {
  let known: readonly Door[] = []
  let isOver = false
  let cancel: Cancel | undefined

  const look = async (): Promise<void> => {
    const listed = await doors.list()
    if (isOver) return
    if (!listed.ok) log.warn('doors.not-listed', { ...listed.error })
    else {
      const assigned = listed.value.filter(({ isAssigned }) => isAssigned)
      const isChanged = placesOf(assigned) !== placesOf(known)
      known = assigned
      if (isChanged) onChange()
      onListed?.(assigned)
    }
    cancel = clock.after(between, () => void look())
  }
  void look()

  return {
    of: (room) => known.filter((door) => door.room === room).map(({ id }) => id),
    roomOf: (id) => known.find((door) => door.id === id)?.room,
    stop: () => {
      isOver = true
      cancel?.()
    },
  }
}

const placesOf = (doors: readonly Door[]): string => doors.map(({ id, room }) => `${id} ${room}`).join('\n')
