import * as v from 'valibot'
import { type BookingId, bookingIdOf, longestBookingId } from '../../../shared/booking/booking.ts'

/**
 * The longest `uid` that can be part of a booking's id. Events of other calendars have up to 255 characters.
 */
export const longestUid = longestBookingId - 40

/** The only schema of a booking's key. A booking whose key it refuses is shown, but can't be replied to. */
export const bookingKeySchema = v.object({
  uid: v.pipe(v.string(), v.minLength(1), v.maxLength(longestUid)),
  /**
   * As listed, in seconds: 0 for single events and for ordinary instances of a series; otherwise the start
   * that the instance was moved from.
   */
  originalTime: v.pipe(v.number(), v.safeInteger(), v.minValue(0)),
  /** Seconds since 1970. */
  start: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
})

/**
 * The key of one booking of a room. An ordinary instance of a series has the same `uid` and 0 as its
 * siblings.
 */
export type BookingKey = v.InferOutput<typeof bookingKeySchema>

export const bookingIdFrom = ({ uid, originalTime, start }: BookingKey): BookingId =>
  bookingIdOf(`${uid}/${originalTime}/${start}`)

/** The key that the id was made from; undefined for a booking without a key. */
export function bookingKeyOf(id: BookingId): BookingKey | undefined {
  const [, uid, originalTime, start] = /^(.+)\/(\d+)\/(\d+)$/s.exec(id) ?? []
  const key = v.safeParse(bookingKeySchema, { uid, originalTime: Number(originalTime), start: Number(start) })
  return key.success ? key.output : undefined
}
