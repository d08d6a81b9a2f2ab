import { type Booking, byStart } from '../../../../shared/booking/booking.ts'
import { err, ok, type Result } from '../../../../shared/result.ts'
import { type Interval, seconds } from '../../../../shared/time/time.ts'
import type { CalendarProblem, ListedBooking } from '../../../room-calendar.ts'
import { type FreebusyAnswer, freebusySchema } from '../calls/answers.ts'
import type { Call } from '../calls/exchange.ts'
import { bookingFrom } from './busy-item.ts'
import { toRfc3339 } from './rfc3339.ts'

/** https://open.feishu.cn/document/server-docs/calendar-v4/meeting-room-event/query-room-availability */
export const freebusyCall = (roomId: string, window: Interval): Call<FreebusyAnswer> =>
  freebusyOfCall([roomId], window)

/** The same for 20 rooms at most. */
export function freebusyOfCall(roomIds: readonly string[], window: Interval): Call<FreebusyAnswer> {
  const query = new URLSearchParams([
    ...roomIds.map((roomId): [string, string] => ['room_ids', roomId]),
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

/**
 * The bookings of a room. The answer lists the room with its bookings, among the rooms that could not be
 * read, or not at all, which means that it has no bookings.
 */
export function scheduleFrom(
  { data }: FreebusyAnswer,
  roomId: string,
  asked: Interval,
): Result<readonly ListedBooking[], CalendarProblem> {
  if (data.error_room_ids.includes(roomId)) return err({ code: 'roomUnreadable' })
  const entries: unknown = Object.hasOwn(data.free_busy, roomId) ? data.free_busy[roomId] : []
  if (!Array.isArray(entries)) return err({ code: 'unexpected', cause: new Error('The schedule is no list') })
  const bookings = entries.map((entry: unknown) => bookingFrom(entry, asked))
  return ok(
    [...new Map(bookings.map((booking) => [bookingNameOf(booking), booking])).values()].toSorted(byStart),
  )
}

/** Identical entries are one booking. Of two entries with the same id and different ends both count. */
const bookingNameOf = ({ id, end }: Booking): string => `${end} ${id}`
