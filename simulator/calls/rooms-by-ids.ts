import * as v from 'valibot'

import { roomOf } from '../rooms/room-verbs.ts'
import { parseJson } from './body.ts'
import type { ScopedCall } from './call.ts'
import { refused, success } from './result.ts'
import { roomJson } from './room-json.ts'
import { VC_LIMIT, VC_SCOPES } from './vc.ts'

const Body = v.object({ room_ids: v.array(v.string()) })

/** https://open.feishu.cn/document/server-docs/vc-v1/room/mget */
export const roomsByIds: ScopedCall = {
  name: 'roomsByIds',
  method: 'POST',
  scopes: VC_SCOPES,
  limit: VC_LIMIT,
  run: (platform, { body }, app) => {
    const asked = parseJson(Body, body)
    if (asked === undefined) return refused(400, 121003, 'parameter error')
    const rooms = asked.room_ids.flatMap((id) => roomOf(platform, app.tenant, id) ?? [])
    return success({ data: { items: rooms.map((room) => roomJson(room, platform.now())) } })
  },
}
