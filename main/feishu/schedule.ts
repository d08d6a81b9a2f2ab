import { type Booking, byStart } from '../../shared/domain/booking.ts'
import { type Interval, seconds } from '../../shared/domain/time.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { CalendarProblem } from '../ports.ts'
import { type BusyItem, type FreebusyAnswer, freebusySchema } from './answers.ts'
import { bookingIdFrom } from './booking-key.ts'
import type { Call } from './exchange.ts'
import { toRfc3339 } from './rfc3339.ts'

/** https://open.feishu.cn/document/server-docs/calendar-v4/meeting-room-event/query-room-availability */
export function freebusyCall(roomId: string, window: Interval): Call<FreebusyAnswer> {
  const query = new URLSearchParams([
    ['room_ids', roomId],
    ['time_min', toRfc3339(window.start)],
    ['time_max', toRfc3339(window.end)],
  ])
  return {
    name: 'freebusy',
    method: 'GET',
    path: `/meeting_room/freebusy/batch_get?${query.toString()}`,
    answer: freebusySchema,
    rank: 'schedule',
    timeLimit: seconds(10),
  }
}

/** A room is listed with its bookings, or among the rooms that could not be read, or not at all: then it is free. */
export function scheduleFrom(
  { data }: FreebusyAnswer,
  roomId: string,
): Result<readonly Booking[], CalendarProblem> {
  if (data.error_room_ids.includes(roomId)) return err({ code: 'roomUnreadable' })
  return ok((data.free_busy[roomId] ?? []).map(bookingFrom).toSorted(byStart))
}

function bookingFrom(item: BusyItem): Booking {
  const start = Math.floor(item.start_time / seconds(1))
  return {
    id: bookingIdFrom({ uid: item.uid, originalTime: item.original_time, start }),
    meeting: item.uid,
    start: item.start_time,
    end: item.end_time,
    ...(item.organizer_info && { organizer: organizerFrom(item.organizer_info) }),
  }
}

/** Bookings that an app made have an organiser without a name; some people's name is empty. */
const organizerFrom = ({ name }: NonNullable<BusyItem['organizer_info']>): { name?: string } =>
  name ? { name } : {}
