import type { DoorRow } from '../../shared/console/door-row.ts'
import type { ListedRoom } from '../../shared/admin/room-setting.ts'
import type { Instant } from '../../shared/time/time.ts'
import type { HeardDoor } from '../doors/heard-doors.ts'
import type { Door } from '../store/doors.ts'

/** What is known of a door beside what it has said. */
export interface DoorFacts {
  readonly isHere: boolean
  readonly isCloned: boolean
  readonly since: Instant | undefined
  readonly room: ListedRoom | undefined
}

export function doorRowOf(
  { id, room }: Pick<Door, 'id' | 'room'>,
  { presence, report, reportedAt }: HeardDoor,
  facts: DoorFacts,
): DoorRow {
  const { name, place = [] } = facts.room ?? {}
  return {
    door: id,
    room,
    ...(name !== undefined && { roomName: name }),
    ...(place.length > 0 && { place: place.join(' · ') }),
    ...(presence && { isHere: facts.isHere, version: presence.version }),
    isCloned: facts.isCloned,
    ...(reportedAt !== undefined && { reportedAt }),
    ...(facts.since !== undefined && { since: facts.since }),
    ...(report && {
      occupancy: report.occupancy,
      outbox: report.outbox,
      configuration: report.configuration,
      ...(report.readAt !== undefined && { readAt: report.readAt }),
      ...(report.pageAge !== undefined && { pageAge: report.pageAge }),
      ...(report.clockError !== undefined && { clockError: report.clockError }),
      ...(report.lastProblem && { lastProblem: report.lastProblem }),
    }),
  }
}
