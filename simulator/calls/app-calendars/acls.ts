import * as v from 'valibot'

import { parseJson } from '../body.ts'
import type { ScopedCall } from '../call.ts'
import { refused, success } from '../result.ts'
import { CALENDAR_LIMIT, inCalendar } from './in-calendar.ts'

const Body = v.object({
  role: v.picklist(['free_busy_reader', 'reader', 'writer', 'owner']),
  scope: v.object({ type: v.literal('user'), user_id: v.pipe(v.string(), v.startsWith('ou_')) }),
})

/** https://open.feishu.cn/document/server-docs/calendar-v4/calendar-acl/create */
export const createAcl: ScopedCall = {
  name: 'createAcl',
  method: 'POST',
  scopes: ['calendar:calendar', 'calendar:calendar.acl:create'],
  limit: CALENDAR_LIMIT,
  run: inCalendar((platform, calendar, { body }) => {
    const asked = parseJson(Body, body)
    if (asked === undefined) return refused(400, 190002, 'invalid parameters in request')
    const { role, scope } = asked
    const acl = { id: platform.ids.acl(), role, openId: scope.user_id }
    calendar.acls.push(acl)
    return success({ data: { acl_id: acl.id, role, scope } })
  }),
}
