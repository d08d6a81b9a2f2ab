import { equipmentIn } from '../../../../shared/reading/equipment.ts'
import type { OutOfService, Room } from '../../../../shared/reading/room.ts'
import { type Instant, seconds } from '../../../../shared/time/time.ts'
import { type RoomAnswer, roomSchema } from '../calls/answers.ts'
import type { Call } from '../calls/exchange.ts'

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

/**
 * The room in this answer. `place` are the names of the levels above it, of which the answer has only the
 * ids. `now` separates planned closings from past ones.
 */
export function roomFrom({ data }: RoomAnswer, now: Instant, place: readonly string[] = []): Room {
  const { name, capacity, device, room_status: status } = data.room
  const equipment = equipmentIn((device ?? []).flatMap((one) => one.name || []))
  const outOfService = status ? outOfServiceFrom(status, now) : undefined
  return {
    ...(name && { name }),
    ...(capacity && { capacity }),
    ...(equipment.length > 0 && { equipment }),
    ...(place.length > 0 && { place }),
    ...(outOfService && { outOfService }),
  }
}

/** The closing in this status that is in force at `now`, or planned for later. */
export function outOfServiceFrom(status: RoomStatus, now: Instant): OutOfService | undefined {
  const { disable_start_time: from, disable_end_time: until } = status
  const isPlanned = status.status !== false && from !== undefined && from > now
  if (!isPlanned && status.status !== false && !hasBegun(status, now)) return undefined
  return {
    ...(status.disable_reason && { reason: status.disable_reason }),
    ...(isPlanned && { from }),
    // A room that is still closed after the planned end is closed until further notice.
    ...(until !== undefined && until > Math.max(now, isPlanned ? from : now) && { until }),
  }
}

/** Whether a planned closing has begun. The platform may not have carried it out yet. */
const hasBegun = (
  { schedule_status: planned, disable_start_time: from, disable_end_time: until }: RoomStatus,
  now: Instant,
): boolean => planned === false && from !== undefined && from <= now && (until === undefined || now < until)
