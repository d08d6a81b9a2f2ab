import * as v from 'valibot'
import { bookingIdOf } from '../../../../shared/booking/booking.ts'
import { type Instant, type Interval, minutes, plus, seconds } from '../../../../shared/time/time.ts'
import type { ListedBooking } from '../../../room-calendar.ts'
import { bookingIdFrom, bookingKeySchema } from '../booking-key.ts'
import { text } from '../fields.ts'
import { fromRfc3339 } from './rfc3339.ts'

/** Each field is parsed on its own. An odd one counts as missing. */
const itemSchema = v.object({
  start_time: v.fallback(v.optional(v.string()), undefined),
  end_time: v.fallback(v.optional(v.string()), undefined),
  uid: v.optional(v.unknown()),
  original_time: v.optional(v.unknown()),
  /** Missing for private events. An odd value counts as private, too. */
  organizer_info: v.fallback(v.optional(v.object({ name: text })), undefined),
})

type Item = v.InferOutput<typeof itemSchema>

/**
 * The booking for an entry of the schedule. An entry with valid times and a valid key can be replied to; any
 * other is only shown. An entry whose times can't be read may run at any time, so it takes the whole time
 * that was asked for.
 */
export function bookingFrom(entry: unknown, asked: Interval): ListedBooking {
  const parsed = v.safeParse(itemSchema, entry)
  const item: Item = parsed.success ? parsed.output : {}
  const [start, end] = [momentFrom(item.start_time), momentFrom(item.end_time)]
  if (start === undefined || end === undefined)
    return { id: bookingIdOf('unplaced'), meeting: 'unplaced', ...asked, isUnplaced: true }
  const organizer = item.organizer_info && { organizer: organizerFrom(item.organizer_info) }
  const key = start < end ? keyOf(item, start) : undefined
  if (key !== undefined) return { id: bookingIdFrom(key), meeting: key.uid, start, end, ...organizer }
  const when = inOrder(start, end)
  const name = `nameless ${when.start}-${when.end}`
  return { id: bookingIdOf(name), meeting: name, ...when, ...organizer }
}

function keyOf({ uid, original_time: originalTime }: Item, start: Instant) {
  const key = v.safeParse(bookingKeySchema, { uid, originalTime, start: Math.floor(start / seconds(1)) })
  return key.success ? key.output : undefined
}

const momentFrom = (told: string | undefined): Instant | undefined =>
  told === undefined ? undefined : fromRfc3339(told)

/**
 * Swapped start and end still enclose the same time. A booking of length zero takes the room for a minute.
 */
function inOrder(start: Instant, end: Instant): Interval {
  if (start === end) return { start, end: plus(start, minutes(1)) }
  return start < end ? { start, end } : { start: end, end: start }
}

/** Bookings that an app made have an organiser without a name, and some people's name is empty. */
const organizerFrom = ({ name }: NonNullable<Item['organizer_info']>): { name?: string } =>
  name ? { name } : {}
