import * as v from 'valibot'

import type { Platform } from '../platform.ts'
import type { App } from '../tenancy/tenant.ts'
import { parseJson } from './body.ts'
import type { ScopedCall } from './call.ts'
import { refused, success } from './result.ts'
import { VC_LIMIT, VC_SCOPES } from './vc.ts'

const Body = v.object({ level_ids: v.array(v.string()) })

/** https://open.feishu.cn/document/server-docs/vc-v1/room_level/mget */
export const levelsByIds: ScopedCall = {
  name: 'levelsByIds',
  method: 'POST',
  scopes: VC_SCOPES,
  limit: VC_LIMIT,
  run: (platform, { body }, app) => {
    const asked = parseJson(Body, body)
    if (asked === undefined) return refused(400, 121003, 'parameter error')
    return success({ data: { items: asked.level_ids.flatMap((id) => levelJson(platform, app, id) ?? []) } })
  },
}

const levelJson = ({ levels }: Platform, { tenant }: App, id: string) => {
  const level = levels.get(id)
  if (level?.tenant !== tenant) return undefined
  const { name, path } = level
  return {
    room_level_id: id,
    name,
    parent_id: path.at(-2) ?? '',
    path,
    has_child: [...levels.values()].some((other) => other.path.at(-2) === id),
    custom_group_id: '',
  }
}
