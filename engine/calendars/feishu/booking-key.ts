import * as v from 'valibot'
import { type BookingId, bookingIdOf, longestBookingId } from '../../../shared/booking/booking.ts'

/** So long is the longest `uid` that serves: names of other calendars' making have up to 255 characters. */
export const longestUid = longestBookingId - 40

/** The one schema of what names a booking: what it doesn't take is shown, and can't be replied to. */
export const bookingKeySchema = v.object({
  uid: v.pipe(v.string(), v.minLength(1), v.maxLength(longestUid)),
  /** As listed, in seconds: 0 for single events and for ordinary instances of a series; else the start it was moved from. */
  originalTime: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  /** Seconds since 1970. */
  start: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
})

/** What names one booking of a room: an ordinary instance of a series has the same `uid` and 0 as its siblings. */
export type BookingKey = v.InferOutput<typeof bookingKeySchema>

export const bookingIdFrom = ({ uid, originalTime, start }: BookingKey): BookingId =>
  bookingIdOf(`${uid}/${originalTime}/${start}`)

/** The key that the id was made from; nothing, for a booking that has none. */
export function bookingKeyOf(id: BookingId): BookingKey | undefined {
  const [, uid, originalTime, start] = /^(.+)\/(\d+)\/(\d+)$/s.exec(id) ?? []
  const key = v.safeParse(bookingKeySchema, { uid, originalTime: Number(originalTime), start: Number(start) })
  return key.success ? key.output : undefined
}
