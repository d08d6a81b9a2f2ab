import * as v from 'valibot'

import type { AppCalendar } from '../../app-calendars/app-calendar.ts'
import { parseJson } from '../body.ts'
import type { ScopedCall } from '../call.ts'
import { refused, success } from '../result.ts'
import { CALENDAR_LIMIT, withBot } from './in-calendar.ts'

/** https://open.feishu.cn/document/server-docs/calendar-v4/calendar/list */
export const calendars: ScopedCall = {
  name: 'calendars',
  method: 'GET',
  scopes: ['calendar:calendar', 'calendar:calendar:read', 'calendar:calendar:readonly'],
  limit: CALENDAR_LIMIT,
  run: withBot((platform, { query }, app) => {
    const size = Number(query.get('page_size') ?? '500')
    const from = Number(query.get('page_token') ?? '0')
    if (!(size >= 50 && size <= 1000)) return refused(400, 190002, 'invalid parameters in request')
    const all = [...platform.calendars.values()].filter(({ owner }) => owner === app)
    const more = from + size < all.length
    return success({
      data: {
        has_more: more,
        page_token: more ? String(from + size) : '',
        sync_token: 'ListCalendarsSyncToken_1',
        calendar_list: all.slice(from, from + size).map(calendarJson),
      },
    })
  }),
}

const Text = v.optional(v.pipe(v.string(), v.maxLength(255)), '')
const Body = v.object({ summary: Text, description: Text })

/** https://open.feishu.cn/document/server-docs/calendar-v4/calendar/create */
export const createCalendar: ScopedCall = {
  name: 'createCalendar',
  method: 'POST',
  scopes: ['calendar:calendar', 'calendar:calendar:create'],
  limit: CALENDAR_LIMIT,
  run: withBot((platform, { body }, app) => {
    const asked = parseJson(Body, body)
    if (asked === undefined) return refused(400, 190002, 'invalid parameters in request')
    const calendar: AppCalendar = { ...asked, id: platform.ids.calendar(), owner: app, acls: [], events: [] }
    platform.calendars.set(calendar.id, calendar)
    return success({ data: { calendar: calendarJson(calendar) } })
  }),
}

const calendarJson = ({ id, summary, description }: AppCalendar) => ({
  calendar_id: id,
  summary,
  description,
  permissions: 'show_only_free_busy',
  color: -1,
  type: 'shared',
  summary_alias: '',
  is_deleted: false,
  is_third_party: false,
  role: 'owner',
})
