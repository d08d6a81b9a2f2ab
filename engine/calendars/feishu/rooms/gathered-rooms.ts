import { ok, type Result } from '../../../../shared/result.ts'
import { days, seconds } from '../../../../shared/time/time.ts'
import { roomsAtOnce } from '../../../company-calendar.ts'
import type { Clock } from '../../../ports.ts'
import type { CalendarProblem } from '../../../room-calendar.ts'
import { type RoomAnswer, type RoomsByIdAnswer, roomsByIdSchema } from '../calls/answers.ts'
import type { Get } from '../calls/connection.ts'
import type { Call } from '../calls/exchange.ts'
import { roomCall } from './room.ts'

/** The facts of one room, as the platform words them. */
export type AskRoom = (roomId: string) => Promise<Result<RoomAnswer, CalendarProblem>>

/** How long to wait for other rooms, ms: whether a room is in service changes rarely, and nobody waits for it. */
const gathering = seconds(1)
/** How long a refusal of the common call counts, ms. */
const refusedFor = days(1)

/** The page prints no most: https://open.feishu.cn/document/server-docs/vc-v1/room/mget */
const roomsByIdCall = (rooms: readonly string[]): Call<RoomsByIdAnswer> => ({
  name: 'rooms-by-id',
  method: 'POST',
  path: '/vc/v1/rooms/mget',
  body: { room_ids: rooms },
  answer: roomsByIdSchema,
  rank: 'beside',
  timeLimit: seconds(10),
})

type Answer = Result<RoomAnswer, CalendarProblem>

interface Wish {
  readonly room: string
  readonly settle: (answer: Promise<Answer>) => void
}

/**
 * Asks for the rooms of a company together, twenty by one call. A room that the common answer does not have is asked for
 * alone, and so is each, for a day, if the platform does not take the common call.
 */
export function createGatheredRooms(clock: Pick<Clock, 'after' | 'elapsed'>, get: Get): AskRoom {
  let wishes: readonly Wish[] = []
  let refusedAt = -Infinity

  const askAlone: AskRoom = (room) => get(roomCall(room))
  const askTogether = async (part: readonly Wish[]): Promise<void> => {
    const common = await get(roomsByIdCall(part.map(({ room }) => room)))
    const isRefused = !common.ok && common.error.code === 'unexpected'
    if (isRefused) refusedAt = clock.elapsed()
    for (const { room, settle } of part) {
      const found = common.ok && common.value.data.items.find(({ room_id: id }) => id === room)
      if (found) settle(Promise.resolve(ok({ data: { room: found } })))
      else settle(common.ok || isRefused ? askAlone(room) : Promise.resolve(common))
    }
  }
  const leave = (): void => {
    const leaving = wishes
    wishes = []
    for (let from = 0; from < leaving.length; from += roomsAtOnce) {
      const part = leaving.slice(from, from + roomsAtOnce)
      const [first] = part
      if (part.length === 1) first?.settle(askAlone(first.room))
      else void askTogether(part)
    }
  }
  return (room) => {
    if (clock.elapsed() - refusedAt < refusedFor) return askAlone(room)
    return new Promise((settle) => {
      if (wishes.length === 0) clock.after(gathering, leave)
      wishes = [...wishes, { room, settle }]
    })
  }
}
