import type { Platform } from '../platform.ts'
import type { Room } from '../rooms/room.ts'
import { roomOf } from '../rooms/room-verbs.ts'
import type { ScopedCall } from './call.ts'
import { refused, success } from './result.ts'

/**
 * The call that `vc/v1` replaced, still there for apps without a scope for that:
 * https://open.feishu.cn/document/server-docs/historic-version/meeting_room-v1/api-reference/query-meeting-room-details
 */
export const olderRooms: ScopedCall = {
  name: 'olderRooms',
  method: 'GET',
  scopes: ['calendar:room:readonly'],
  run: (platform, { query }, app) => {
    const ids = query.getAll('room_ids')
    if (ids.length === 0) return refused(platform.switches.refusalStatus, 105002, 'invalid request')
    const rooms = ids.flatMap((id) => roomOf(platform, app.tenant, id) ?? [])
    const found = new Set(rooms.map(({ id }) => id))
    return success({
      data: {
        rooms: rooms.map((room) => roomJson(platform, room)),
        error_room_ids: ids.filter((id) => !found.has(id)),
      },
    })
  },
}

/** All fields, as a request without `fields` gets them. */
const roomJson = ({ levels, now }: Platform, room: Room) => {
  const [building = '', floor = ''] = room.levels.slice(-2)
  return {
    room_id: room.id,
    building_id: building,
    building_name: levels.get(building)?.name ?? '',
    floor_name: levels.get(floor)?.name ?? '',
    name: room.name,
    capacity: room.capacity,
    description: room.description,
    display_id: room.displayId,
    is_disabled: isOut(room, now()),
  }
}

const isOut = ({ outOfService }: Room, now: number): boolean =>
  outOfService !== undefined && outOfService.from <= now && now < outOfService.until
