import type { Room } from '../../../../shared/reading/room.ts'
import { ok, type Result } from '../../../../shared/result.ts'
import { days } from '../../../../shared/time/time.ts'
import type { Clock } from '../../../ports.ts'
import type { CalendarProblem } from '../../../room-calendar.ts'
import type { Get } from '../calls/connection.ts'
import type { AskRoom } from './gathered-rooms.ts'
import { olderRoomCall, olderRoomFrom } from './older-room.ts'
import { levelsCall, nearestLevels, placeFrom } from './room-levels.ts'
import { roomCall, roomFrom } from './room.ts'

type ReadRoom = () => Promise<Result<Room, CalendarProblem>>

/** The names of buildings and the app's scopes change so rarely that a day-old answer is good enough. */
const servesFor = days(1)

/**
 * Reads the room by `vc/v1`. If the app has no scope for that, by the older call for a day. `askRoom`: another way to ask
 * than by a call of this room's own.
 */
export function createRoomReading(
  clock: Clock,
  get: Get,
  roomId: string,
  askRoom: AskRoom = (room) => get(roomCall(room)),
): ReadRoom {
  const placeOf = createPlaces(clock, get)
  let refusedAt = -Infinity

  const readOlder: ReadRoom = async () => {
    const answer = await get(olderRoomCall(roomId))
    return answer.ok ? olderRoomFrom(answer.value, roomId) : answer
  }

  return async () => {
    if (clock.elapsed() - refusedAt < servesFor) return readOlder()
    const answer = await askRoom(roomId)
    if (answer.ok) {
      const heardAt = clock.now()
      return ok(roomFrom(answer.value, heardAt, await placeOf(answer.value.data.room.path ?? [])))
    }
    if (answer.error.code !== 'scopeMissing') return answer
    refusedAt = clock.elapsed()
    return readOlder()
  }
}

/**
 * Returns the function that names the levels above the room. If a call fails, it returns the names that it
 * knew.
 */
function createPlaces(clock: Clock, get: Get): (path: readonly string[]) => Promise<readonly string[]> {
  let known: { readonly levels: string; readonly place: readonly string[]; readonly at: number } | undefined
  return async (path) => {
    const nearest = nearestLevels(path)
    if (nearest.length === 0) return []
    const levels = nearest.join()
    if (known?.levels === levels && clock.elapsed() - known.at < servesFor) return known.place
    const answer = await get(levelsCall(nearest))
    if (answer.ok) known = { levels, place: placeFrom(answer.value, nearest), at: clock.elapsed() }
    return known?.levels === levels ? known.place : []
  }
}
