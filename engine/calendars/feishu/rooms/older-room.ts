import type { Room } from '../../../../shared/reading/room.ts'
import { err, ok, type Result } from '../../../../shared/result.ts'
import { seconds } from '../../../../shared/time/time.ts'
import type { CalendarProblem } from '../../../room-calendar.ts'
import { type OlderRoomAnswer, olderRoomSchema } from '../calls/answers.ts'
import type { Call } from '../calls/exchange.ts'

/**
 * The room by the call that `vc/v1` replaced. It is deprecated, and needs only the scope of the schedule:
 * https://open.feishu.cn/document/server-docs/historic-version/meeting_room-v1/api-reference/query-meeting-room-details
 */
export const olderRoomCall = (roomId: string): Call<OlderRoomAnswer> => ({
  name: 'older-room',
  method: 'GET',
  path: `/meeting_room/room/batch_get?room_ids=${encodeURIComponent(roomId)}`,
  answer: olderRoomSchema,
  rank: 'beside',
  timeLimit: seconds(10),
})

/** The room in this answer. It tells that a room is out of service, but neither why nor for how long. */
export function olderRoomFrom({ data }: OlderRoomAnswer, roomId: string): Result<Room, CalendarProblem> {
  const found = data.rooms.find(({ room_id: id }) => id === roomId)
  if (found === undefined) return err({ code: 'roomUnknown' })
  const { name, capacity, building_name: building, floor_name: floor, is_disabled: isDisabled } = found
  const place = [building, floor].flatMap((part) => part || [])
  return ok({
    ...(name && { name }),
    ...(capacity && { capacity }),
    ...(place.length > 0 && { place }),
    ...(isDisabled === true && { outOfService: {} }),
  })
}
