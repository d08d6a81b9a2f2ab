import type { CompanyCalendar } from '../../engine/company-calendar.ts'
import type { Clock, Log } from '../../engine/ports.ts'
import type { ListedRoom } from '../../shared/admin/room-setting.ts'
import { hours, minutes } from '../../shared/time/time.ts'

export interface RoomNamesParts {
  readonly company: Pick<CompanyCalendar, 'readRooms'>
  readonly clock: Pick<Clock, 'elapsed'>
  readonly log: Pick<Log, 'warn'>
}

/** Names hardly change, and a list costs a call for each hundred rooms. Ms. */
const servesFor = hours(12)
/** After a list that failed, ms. */
const triesAgainAfter = minutes(10)

/**
 * The company's rooms, for their names. Never waits for the calendar: a list that is on its way comes with a later call, and
 * until then the rooms have their ids.
 */
export function createRoomNames({
  company,
  clock,
  log,
}: RoomNamesParts): () => Promise<readonly ListedRoom[]> {
  let rooms: readonly ListedRoom[] = []
  let dueAt = -Infinity

  const read = async (): Promise<void> => {
    const listed = await company.readRooms()
    if (listed.ok) rooms = listed.value
    else {
      log.warn('console.rooms-not-listed', { ...listed.error })
      dueAt = clock.elapsed() + triesAgainAfter
    }
  }
  return async () => {
    if (clock.elapsed() >= dueAt) {
      dueAt = clock.elapsed() + servesFor
      void read()
    }
    return rooms
  }
}
