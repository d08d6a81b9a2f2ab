import type { Line } from '../../engine/line/line.ts'
import type { Cancel, Clock } from '../../engine/ports.ts'
import type { ListedRoom } from '../../shared/admin/room-setting.ts'
import type { DoorRow } from '../../shared/console/door-row.ts'
import type { Instant } from '../../shared/time/time.ts'
import { followHeardDoors } from '../doors/heard-doors.ts'
import { hearPresence } from '../rooms/heard-presence.ts'
import type { Door } from '../store/doors.ts'
import { doorRowOf } from './door-row-of.ts'

export interface HeardRowsParts {
  readonly line: Line
  readonly clock: Clock
  readonly onHeard: () => void
}

/** What is heard of each door, as the console shows it. */
export interface HeardRows {
  readonly of: (door: Door, room: ListedRoom | undefined) => DoorRow
  readonly stop: Cancel
}

interface Shown {
  readonly occupancy: DoorRow['occupancy']
  readonly since: Instant | undefined
}

/** Hears all doors from now on: since when a door shows something is known of what began meanwhile. */
export function hearRows({ line, clock, onHeard }: HeardRowsParts): HeardRows {
  const shown = new Map<string, Shown>()
  const heard = followHeardDoors({
    line,
    clock,
    onHeard: (door) => {
      const { report } = heard.all.get(door) ?? {}
      const before = shown.get(door)
      if (report !== undefined && report.occupancy !== before?.occupancy)
        shown.set(door, { occupancy: report.occupancy, since: before && clock.now() })
      onHeard()
    },
  })
  const presence = hearPresence({ line, clock, onHeard: () => onHeard() })
  const stopConnection = line.onConnection(onHeard)
  return {
    of: (door, room) =>
      doorRowOf(door, heard.all.get(door.id) ?? {}, {
        isHere: presence.isHere(door.id),
        isCloned: presence.isCloned(door.id),
        since: shown.get(door.id)?.since,
        room,
      }),
    stop: () => [heard.stop, presence.stop, stopConnection].forEach((stop) => stop()),
  }
}
