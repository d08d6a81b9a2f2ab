import type { ListedRoom } from '../../../shared/admin/room-setting.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { seconds } from '../../../shared/time/time.ts'
import type { CalendarProblem } from '../../room-calendar.ts'
import type { AskHub } from './asks.ts'
import { problemFromHub } from './reply-from-hub.ts'

/** How long the hub may take for one page, ms: for the first one it lists all rooms. */
const pageLimit = seconds(30)

/** More pages than any company has. A list that goes on beyond them is not valid. */
const mostPages = 300

/** All rooms of the company, as the hub lists them: half a list would have an administrator look for a missing room. */
export async function readRoomsFromHub(ask: AskHub): Promise<Result<readonly ListedRoom[], CalendarProblem>> {
  const rooms: ListedRoom[] = []
  for (let page = 0; page < mostPages; page++) {
    // oxlint-disable-next-line no-await-in-loop -- the last page says whether there is another one
    const asked = await ask({ kind: 'rooms', page }, pageLimit)
    if (asked.kind !== 'answered' || asked.outcome.kind !== 'rooms') return err(problemFromHub(asked))
    rooms.push(...asked.outcome.rooms)
    if (!asked.outcome.hasMore) return ok(rooms)
  }
  return err({ code: 'unexpected', cause: new Error('The list of rooms does not end') })
}
