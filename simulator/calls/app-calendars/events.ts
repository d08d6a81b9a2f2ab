import * as v from 'valibot'

import { type AppEvent, eventIdOf } from '../../app-calendars/app-calendar.ts'
import { newAppEvent } from '../../app-calendars/new-app-event.ts'
import { deleteAppEvent } from '../../app-calendars/room-answers.ts'
import { parseJson } from '../body.ts'
import type { ScopedCall } from '../call.ts'
import { refused, success } from '../result.ts'
import { badParameters, CALENDAR_LIMIT, inCalendar, onEvent } from './in-calendar.ts'

const Moment = v.object({
  timestamp: v.pipe(v.string(), v.regex(/^\d{1,12}$/)),
  timezone: v.optional(v.string()),
})
const Body = v.object({
  summary: v.optional(v.pipe(v.string(), v.maxLength(1000)), ''),
  description: v.optional(v.pipe(v.string(), v.maxLength(40_960)), ''),
  start_time: Moment,
  end_time: Moment,
})

/** https://open.feishu.cn/document/server-docs/calendar-v4/calendar-event/create */
export const createEvent: ScopedCall = {
  name: 'createEvent',
  method: 'POST',
  scopes: ['calendar:calendar', 'calendar:calendar.event:create'],
  limit: CALENDAR_LIMIT,
  run: inCalendar((platform, calendar, { query, body }) => {
    const asked = parseJson(Body, body)
    if (asked === undefined) return refused(400, 190002, 'invalid parameters in request')
    const key = query.get('idempotency_key') ?? undefined
    if (key !== undefined && (key.length < 32 || key.length > 128))
      return refused(400, 190002, 'invalid parameters in request')
    const known = calendar.events.find((event) => key !== undefined && event.key === key)
    if (known !== undefined && platform.switches.sameKey === 'refused')
      return refused(400, 190014, 'idempotency_key has been used')
    if (known !== undefined) return success({ data: { event: eventJson(known) } })
    const [start, end] = [asked.start_time, asked.end_time].map(({ timestamp }) => Number(timestamp) * 1000)
    if (start === undefined || end === undefined || start >= end)
      return badParameters('end_time', 'must be later than start_time')
    if (start < platform.now() && platform.switches.pastStart === 'refused')
      return badParameters('start_time', 'must not be in the past')
    const event = newAppEvent(platform, calendar, { ...asked, key, span: { start, end } })
    calendar.events.push(event)
    return success({ data: { event: eventJson(event) } })
  }),
}

/** https://open.feishu.cn/document/server-docs/calendar-v4/calendar-event/list: in pages only from an anchor on. */
export const events: ScopedCall = {
  name: 'events',
  method: 'GET',
  scopes: ['calendar:calendar', 'calendar:calendar.event:read', 'calendar:calendar:readonly'],
  limit: CALENDAR_LIMIT,
  run: inCalendar((_platform, calendar, { query }) => {
    const size = Number(query.get('page_size') ?? '500')
    const from = Number(query.get('start_time') ?? '0') * 1000
    const to = Number(query.get('end_time') ?? 'Infinity') * 1000
    if (!(size >= 50 && size <= 1000) || Number.isNaN(from) || Number.isNaN(to))
      return refused(400, 190002, 'invalid parameters in request')
    const found = calendar.events.filter(({ span }) => span.start < to && span.end > from)
    return success({
      data: {
        has_more: found.length > size,
        page_token: '',
        sync_token: '',
        items: found.slice(0, size).map(eventJson),
      },
    })
  }),
}

/** https://open.feishu.cn/document/server-docs/calendar-v4/calendar-event/delete */
export const deleteEvent: ScopedCall = {
  name: 'deleteEvent',
  method: 'DELETE',
  scopes: ['calendar:calendar', 'calendar:calendar.event:delete'],
  limit: CALENDAR_LIMIT,
  run: onEvent((platform, event) => {
    deleteAppEvent(platform, event)
    return success({ data: {} })
  }),
}

const eventJson = (event: AppEvent) => ({
  event_id: eventIdOf(event),
  organizer_calendar_id: event.calendar.id,
  summary: event.summary,
  description: event.description,
  start_time: momentJson(event.span.start),
  end_time: momentJson(event.span.end),
  vchat: { vc_type: 'no_meeting' },
  visibility: 'default',
  attendee_ability: 'can_see_others',
  free_busy_status: 'busy',
  color: -1,
  reminders: [],
  recurrence: '',
  status: event.isDeleted ? 'cancelled' : 'confirmed',
  is_exception: false,
  recurring_event_id: '',
  create_time: String(Math.floor(event.createdAt / 1000)),
  schemas: [],
  event_organizer: { user_id: event.calendar.owner.botOpenId, display_name: 'Door panel' },
})

const momentJson = (epochMs: number) => ({ timestamp: String(epochMs / 1000), timezone: 'Asia/Shanghai' })
