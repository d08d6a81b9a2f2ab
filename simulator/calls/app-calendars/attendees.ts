import * as v from 'valibot'

import type { AppEvent, RoomRequest } from '../../app-calendars/app-calendar.ts'
import type { Platform } from '../../platform.ts'
import type { Room } from '../../rooms/room.ts'
import { roomOf } from '../../rooms/room-verbs.ts'
import { listUnanswered } from '../../app-calendars/room-answers.ts'
import { parseJson } from '../body.ts'
import type { ScopedCall } from '../call.ts'
import { refused, success } from '../result.ts'
import { CALENDAR_LIMIT, onEvent } from './in-calendar.ts'

const Body = v.object({
  attendees: v.array(
    v.object({ type: v.literal('resource'), room_id: v.string(), operate_id: v.optional(v.string()) }),
  ),
})

/**
 * Supports only rooms as attendees:
 * https://open.feishu.cn/document/server-docs/calendar-v4/calendar-event-attendee/create
 */
export const addAttendees: ScopedCall = {
  name: 'addAttendees',
  method: 'POST',
  scopes: ['calendar:calendar', 'calendar:calendar.event:update'],
  limit: CALENDAR_LIMIT,
  run: onEvent((platform, event, { body }, app) => {
    const asked = parseJson(Body, body)
    if (asked === undefined) return refused(400, 190002, 'invalid parameters in request')
    const added: RoomRequest[] = []
    for (const { room_id: id, operate_id: contact } of asked.attendees) {
      const room = roomOf(platform, app.tenant, id)
      if (room === undefined) return refused(400, 190002, 'invalid parameters in request')
      // A room that is asked twice is one attendee.
      added.push(
        event.requests.find((request) => request.room === room) ?? ask(platform, event, room, contact),
      )
    }
    return success({ data: { attendees: added.map(attendeeJson) } })
  }),
}

const ask = (platform: Platform, event: AppEvent, room: Room, contact: string | undefined): RoomRequest => {
  const [least, most] = platform.switches.roomAnswersAfter
  const after = least === Infinity ? least : least + Math.floor(platform.random() * (most - least))
  const request: RoomRequest = {
    attendeeId: platform.ids.attendee(),
    event,
    room,
    contact,
    answersAt: platform.now() + after,
    answer: 'needs_action',
    stay: undefined,
  }
  event.requests.push(request)
  platform.requests.push(request)
  if (platform.switches.unansweredShown) listUnanswered(platform, request)
  return request
}

/** https://open.feishu.cn/document/server-docs/calendar-v4/calendar-event-attendee/list */
export const attendees: ScopedCall = {
  name: 'attendees',
  method: 'GET',
  scopes: ['calendar:calendar', 'calendar:calendar.event:read', 'calendar:calendar:readonly'],
  limit: CALENDAR_LIMIT,
  run: onEvent((_platform, event) =>
    success({ data: { items: event.requests.map(attendeeJson), has_more: false, page_token: '' } }),
  ),
}

const attendeeJson = ({ attendeeId, room, contact, answer }: RoomRequest) => ({
  type: 'resource',
  attendee_id: attendeeId,
  rsvp_status: answer,
  is_optional: false,
  is_organizer: false,
  is_external: false,
  display_name: room.name,
  room_id: room.id,
  ...(contact !== undefined && { operate_id: contact }),
})
