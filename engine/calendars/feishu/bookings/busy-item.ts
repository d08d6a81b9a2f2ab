import * as v from 'valibot'
import { bookingIdOf } from '../../../../shared/booking/booking.ts'
import { type Instant, type Interval, minutes, plus, seconds } from '../../../../shared/time/time.ts'
import type { ListedBooking } from '../../room-calendar.ts'
import { bookingIdFrom, bookingKeySchema } from '../booking-key.ts'
import { text } from '../fields.ts'
import { fromRfc3339 } from './rfc3339.ts'

/** Each field by itself: one that is odd is as if it were not there. */
const itemSchema = v.object({
  start_time: v.fallback(v.optional(v.string()), undefined),
  end_time: v.fallback(v.optional(v.string()), undefined),
  uid: v.optional(v.unknown()),
  original_time: v.optional(v.unknown()),
  /** Missing for private events. What can't be understood is taken for private, too. */
  organizer_info: v.fallback(v.optional(v.object({ name: text })), undefined),
})

type Item = v.InferOutput<typeof itemSchema>

/**
 * The booking that an entry of the schedule stands for, as far as it can be understood; what it may mean is taken the
 * cautious way. With times that make sense and a name it can be replied to, else it is only shown. One that can't be placed
 * in time may be at any of it: it takes all that was asked for.
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

/** Ends that were swapped have the same stretch between them; what ends as it begins holds the room for a moment. */
function inOrder(start: Instant, end: Instant): Interval {
  if (start === end) return { start, end: plus(start, minutes(1)) }
  return start < end ? { start, end } : { start: end, end: start }
}

/** Bookings that an app made have an organiser without a name; some people's name is empty. */
const organizerFrom = ({ name }: NonNullable<Item['organizer_info']>): { name?: string } =>
  name ? { name } : {}
