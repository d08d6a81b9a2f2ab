import * as v from 'valibot'
import { bookingIdOf, longestBookingId } from '../booking/booking.ts'
import { instantOf } from '../time/time.ts'
import { isDoorId, lineVersion } from './topics.ts'

/** The last millisecond of the year 9999. */
const lastMoment = 253_402_300_799_999

export const instant = v.pipe(
  v.number(),
  v.safeInteger(),
  v.minValue(0),
  v.maxValue(lastMoment),
  v.transform(instantOf),
)

/** A count, a sequence number, or a length in ms. */
export const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0))

export const bookingId = v.pipe(
  v.string(),
  v.minLength(1),
  v.maxLength(longestBookingId),
  v.transform(bookingIdOf),
)

/** The calendar's own id of a meeting. */
export const meetingId = v.pipe(v.string(), v.minLength(1), v.maxLength(longestBookingId))

/** A made-up id: of an ask, an order, an event or a session. */
export const madeId = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/))

export const roomId = v.pipe(v.string(), v.regex(/^[\w-]{1,64}$/))

export const doorIdField = v.pipe(v.string(), v.check(isDoorId, 'not a door’s id'))

/** People's text: a name, a title, a reason. */
export const peopleText = v.pipe(v.string(), v.maxLength(600))

/** Why and for how long a room is closed. */
export const outOfService = v.object({
  reason: v.exactOptional(peopleText),
  from: v.exactOptional(instant),
  until: v.exactOptional(instant),
})

/** A version of the program or of a configuration. */
export const versionText = v.pipe(v.string(), v.minLength(1), v.maxLength(64))

/** Each message says by which version it was written, besides its topic: a bridge may rename topics. */
export const version = v.literal(lineVersion)

/** People's check-in, as a door noted it; `id` is the door's own. `start` and `end` are the booking's at that time. */
export const checkInFields = {
  id: madeId,
  booking: bookingId,
  meeting: meetingId,
  start: instant,
  end: instant,
  at: instant,
  organizer: v.exactOptional(peopleText),
}

/** A start before its end. */
export const interval = v.pipe(
  v.object({ start: instant, end: instant }),
  v.check(({ start, end }) => start <= end, 'ends before its start'),
)

export const list = <Item extends v.GenericSchema>(item: Item) => v.pipe(v.array(item), v.readonly())
