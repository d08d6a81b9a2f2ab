import type { ListedRoom } from '../../../../shared/admin/room-setting.ts'
import { err, ok, type Result } from '../../../../shared/result.ts'
import { type Instant, seconds } from '../../../../shared/time/time.ts'
import type { Clock } from '../../../ports.ts'
import type { CalendarProblem } from '../../../room-calendar.ts'
import { type RoomsAnswer, roomsSchema } from '../calls/answers.ts'
import type { Get } from '../calls/connection.ts'
import type { Call } from '../calls/exchange.ts'
import { levelsCall } from './room-levels.ts'
import { outOfServiceFrom } from './room.ts'

type SeenRoom = RoomsAnswer['data']['rooms'][number]

const roomsOnAPage = 100
/** More pages than any company has. A list that goes on beyond them is not valid. */
const mostPages = 100
/** The page states no limit, so the panel asks for no more at once than other calls allow. */
const levelsAtOnce = 20

/** Without a level it lists the whole company: https://open.feishu.cn/document/server-docs/vc-v1/room/list */
const roomsCall = (pageToken: string | undefined): Call<RoomsAnswer> => ({
  name: 'rooms',
  method: 'GET',
  path: `/vc/v1/rooms?${String(
    new URLSearchParams({ page_size: String(roomsOnAPage), ...(pageToken && { page_token: pageToken }) }),
  )}`,
  answer: roomsSchema,
  rank: 'beside',
  timeLimit: seconds(10),
})

/**
 * All rooms that the app may see, or a problem: in half a list an administrator would look for a missing
 * room.
 */
export async function readRooms(
  get: Get,
  clock: Pick<Clock, 'now'>,
): Promise<Result<readonly ListedRoom[], CalendarProblem>> {
  const seen = await allPages(get)
  if (!seen.ok) return seen
  const nameOf = await levelNames(get, seen.value)
  return ok(seen.value.map((room) => listedFrom(room, nameOf, clock.now())))
}

async function allPages(get: Get): Promise<Result<readonly SeenRoom[], CalendarProblem>> {
  const rooms = new Map<string, SeenRoom>()
  let pageToken: string | undefined
  for (let page = 0; page < mostPages; page++) {
    // oxlint-disable-next-line no-await-in-loop -- each page names the next one
    const answer = await get(roomsCall(pageToken))
    if (!answer.ok) return answer
    const { data } = answer.value
    // If a room was added or removed between two pages, others moved from page to page.
    for (const room of data.rooms) rooms.set(room.room_id, room)
    if (data.has_more !== true) return ok([...rooms.values()])
    if (!data.page_token || data.page_token === pageToken) break
    pageToken = data.page_token
  }
  return err({ code: 'unexpected', cause: new Error('The list of rooms does not end') })
}

type NameOf = (level: string) => string | undefined

/** Rooms under a level without a name are listed, too. */
async function levelNames(get: Get, rooms: readonly SeenRoom[]): Promise<NameOf> {
  const levels = [...new Set(rooms.flatMap(({ path }) => path ?? []))]
  const names = new Map<string, string>()
  for (let from = 0; from < levels.length; from += levelsAtOnce) {
    // oxlint-disable-next-line no-await-in-loop -- the app's calls are limited
    const answer = await get(levelsCall(levels.slice(from, from + levelsAtOnce)))
    if (!answer.ok) break
    for (const { room_level_id: id, name } of answer.value.data.items) if (name) names.set(id, name)
  }
  return (level) => names.get(level)
}

function listedFrom(
  { room_id: id, name, capacity, path, room_status: status }: SeenRoom,
  nameOf: NameOf,
  now: Instant,
): ListedRoom {
  const outOfService = status ? outOfServiceFrom(status, now) : undefined
  return {
    id,
    ...(name && { name }),
    ...(capacity && { capacity }),
    place: (path ?? []).flatMap((level) => nameOf(level) ?? []),
    ...(outOfService && { outOfService }),
  }
}
