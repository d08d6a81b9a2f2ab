import * as v from 'valibot'
import { seconds } from '../../../../shared/time/time.ts'
import type { Call } from '../calls/exchange.ts'
import { type CalendarsAnswer, calendarsSchema } from './event-answers.ts'
import { eventCodes } from './event-codes.ts'
import { calendarMark } from './event-mark.ts'

/** https://open.feishu.cn/document/server-docs/calendar-v4/calendar/list */
export const calendarsCall = (pageToken: string | undefined): Call<CalendarsAnswer> => ({
  name: 'calendars',
  method: 'GET',
  path: `/calendar/v4/calendars?${String(
    new URLSearchParams({ page_size: '1000', ...(pageToken && { page_token: pageToken }) }),
  )}`,
  answer: calendarsSchema,
  codes: eventCodes,
  rank: 'beside',
  timeLimit: seconds(10),
})

/** https://open.feishu.cn/document/server-docs/calendar-v4/calendar/create */
export const createCalendarCall: Call<unknown> = {
  name: 'create-calendar',
  method: 'POST',
  path: '/calendar/v4/calendars',
  body: { summary: 'Door bookings', description: calendarMark, permissions: 'show_only_free_busy' },
  answer: v.unknown(),
  codes: eventCodes,
  rank: 'beside',
  timeLimit: seconds(10),
}
