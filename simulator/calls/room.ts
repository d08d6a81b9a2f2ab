import { roomOf } from '../rooms/room-verbs.ts'
import type { ScopedCall } from './call.ts'
import { refused, success } from './result.ts'
import { roomJson } from './room-json.ts'
import { VC_LIMIT, VC_SCOPES } from './vc.ts'

/** https://open.feishu.cn/document/server-docs/vc-v1/room/get */
export const room: ScopedCall = {
  name: 'room',
  method: 'GET',
  scopes: VC_SCOPES,
  limit: VC_LIMIT,
  run: (platform, { pathIds: [id = ''] }, app) => {
    const found = roomOf(platform, app.tenant, id)
    if (found === undefined) return refused(404, 121004, 'data not exist')
    return success({ data: { room: roomJson(found, platform.now()) } })
  },
}
