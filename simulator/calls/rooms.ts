import type { ScopedCall } from './call.ts'
import { refused, success } from './result.ts'
import { roomJson } from './room-json.ts'
import { VC_LIMIT, VC_SCOPES } from './vc.ts'

const MOST_ON_A_PAGE = 100

/** https://open.feishu.cn/document/server-docs/vc-v1/room/list */
export const rooms: ScopedCall = {
  name: 'rooms',
  method: 'GET',
  scopes: VC_SCOPES,
  limit: VC_LIMIT,
  run: (platform, { query }, app) => {
    const size = Number(query.get('page_size') ?? '10')
    const from = Number(query.get('page_token') ?? '0')
    if (!isBetween(1, size, MOST_ON_A_PAGE) || !isBetween(0, from, platform.rooms.size)) {
      return refused(400, 121003, 'parameter error')
    }
    const level = query.get('room_level_id') ?? ''
    const all = [...platform.rooms.values()].filter(
      ({ tenant, isRemoved, levels }) =>
        tenant === app.tenant && !isRemoved && (level === '' || levels.includes(level)),
    )
    const more = from + size < all.length
    return success({
      data: {
        rooms: all.slice(from, from + size).map((room) => roomJson(room, platform.now())),
        page_token: more ? String(from + size) : '',
        has_more: more,
      },
    })
  },
}

const isBetween = (least: number, number: number, most: number): boolean =>
  Number.isInteger(number) && least <= number && number <= most
