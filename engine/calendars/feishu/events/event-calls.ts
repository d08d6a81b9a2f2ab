import * as v from 'valibot'
import { type Instant, type Interval, seconds } from '../../../../shared/time/time.ts'
import type { Wanted } from '../../../reservation-calendar.ts'
import type { Call } from '../calls/exchange.ts'
import type { EventPlace } from './entry-name.ts'
import {
  type AttendeesAnswer,
  attendeesSchema,
  type EventAnswer,
  eventSchema,
  type EventsAnswer,
  eventsSchema,
} from './event-answers.ts'
import { eventCodes } from './event-codes.ts'
import { eventMark } from './event-mark.ts'

/** What the schedule's calls must not be held up by. */
const beside = { rank: 'beside', timeLimit: seconds(10), codes: eventCodes } as const

/** The calls that ask the room, look for its answer in vain, read the schedule, and remove the event again. */
const untilGone = 20

const eventsPath = (calendarId: string): string =>
  `/calendar/v4/calendars/${encodeURIComponent(calendarId)}/events`

const eventPath = ({ calendarId, eventId }: EventPlace): string =>
  `${eventsPath(calendarId)}/${encodeURIComponent(eventId)}`

const inSeconds = (moment: Instant): string => String(Math.floor(moment / seconds(1)))

/** https://open.feishu.cn/document/server-docs/calendar-v4/calendar-event/create: one event for each key, which is the reservation's id. */
export function createEventCall(
  calendarId: string,
  { id, room, wish, start, end, title, timeZone: timezone }: Wanted,
): Call<EventAnswer> {
  const query = new URLSearchParams({ user_id_type: 'open_id', idempotency_key: id })
  return {
    ...beside,
    name: 'create-event',
    method: 'POST',
    path: `${eventsPath(calendarId)}?${query.toString()}`,
    body: {
      summary: title,
      description: eventMark({ roomId: room, reservation: id, wish }),
      need_notification: false,
      start_time: { timestamp: inSeconds(start), timezone },
      end_time: { timestamp: inSeconds(end), timezone },
      // Without it a video meeting is made with the first attendee.
      vchat: { vc_type: 'no_meeting' },
      visibility: 'default',
      free_busy_status: 'busy',
      reminders: [],
    },
    answer: eventSchema,
    isAwaited: true,
    following: untilGone,
  }
}

/**
 * https://open.feishu.cn/document/server-docs/calendar-v4/calendar-event-attendee/create. `contact` is who answers for a booking of
 * an app's: https://open.feishu.cn/document/server-docs/calendar-v4/faq
 */
export const addRoomCall = (
  place: EventPlace,
  roomId: string,
  contact: string | undefined,
): Call<unknown> => ({
  ...beside,
  name: 'add-room',
  method: 'POST',
  path: `${eventPath(place)}/attendees?user_id_type=open_id`,
  body: {
    attendees: [{ type: 'resource', room_id: roomId, ...(contact !== undefined && { operate_id: contact }) }],
    need_notification: false,
    add_operator_to_attendee: false,
  },
  answer: v.unknown(),
  isAwaited: true,
})

/** https://open.feishu.cn/document/server-docs/calendar-v4/calendar-event-attendee/list */
export const attendeesCall = (place: EventPlace): Call<AttendeesAnswer> => ({
  ...beside,
  name: 'attendees',
  method: 'GET',
  path: `${eventPath(place)}/attendees?user_id_type=open_id&page_size=100`,
  answer: attendeesSchema,
  isAwaited: true,
})

/** https://open.feishu.cn/document/server-docs/calendar-v4/calendar-event/delete */
export const deleteEventCall = (place: EventPlace): Call<unknown> => ({
  ...beside,
  name: 'delete-event',
  method: 'DELETE',
  path: `${eventPath(place)}?need_notification=false`,
  answer: v.unknown(),
})

/** The most that a list has of one stretch. */
export const mostEventsListed = 1000

/** https://open.feishu.cn/document/server-docs/calendar-v4/calendar-event/list */
export const eventsCall = (calendarId: string, { start, end }: Interval): Call<EventsAnswer> => ({
  ...beside,
  name: 'events',
  method: 'GET',
  path: `${eventsPath(calendarId)}?${String(
    new URLSearchParams({
      page_size: String(mostEventsListed),
      start_time: inSeconds(start),
      end_time: inSeconds(end),
    }),
  )}`,
  answer: eventsSchema,
})
