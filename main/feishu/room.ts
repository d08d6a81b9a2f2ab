import type { Room } from '../../shared/domain/room.ts'
import { seconds } from '../../shared/domain/time.ts'
import { type RoomAnswer, roomSchema } from './answers.ts'
import type { Call } from './exchange.ts'

type RoomStatus = NonNullable<RoomAnswer['data']['room']['room_status']>

/** https://open.feishu.cn/document/server-docs/vc-v1/room/get */
export const roomCall = (roomId: string): Call<RoomAnswer> => ({
  name: 'room',
  method: 'GET',
  path: `/vc/v1/rooms/${encodeURIComponent(roomId)}`,
  answer: roomSchema,
  rank: 'beside',
  timeLimit: seconds(10),
})

/** `place` names the levels above it, which its own answer only has the ids of. */
export function roomFrom({ data }: RoomAnswer, place: readonly string[] = []): Room {
  const { name, capacity, room_status: status } = data.room
  return {
    ...(name && { name }),
    ...(capacity && { capacity }),
    ...(place.length > 0 && { place }),
    ...(status?.status === false && { outOfService: outOfServiceFrom(status) }),
  }
}

function outOfServiceFrom({ disable_reason: reason, disable_end_time: until }: RoomStatus) {
  return { ...(reason && { reason }), ...(until !== undefined && { until }) }
}
