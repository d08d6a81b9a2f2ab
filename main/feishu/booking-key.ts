import { type BookingId, bookingIdOf } from '../../shared/domain/booking.ts'

/** What names one booking of a room: an ordinary instance of a series has the same `uid` and 0 as its siblings. */
export interface BookingKey {
  readonly uid: string
  /** As listed, in seconds; 0 for most. */
  readonly originalTime: number
  /** Seconds since 1970. */
  readonly start: number
}

export const bookingIdFrom = ({ uid, originalTime, start }: BookingKey): BookingId =>
  bookingIdOf(`${uid}/${originalTime}/${start}`)

/** The key that the id was made from; throws on text that no id was ever made from. */
export function bookingKeyOf(id: BookingId): BookingKey {
  const [, uid, originalTime, start] = /^(.+)\/(\d+)\/(\d+)$/s.exec(id) ?? []
  if (uid === undefined) throw new TypeError(`${id} is no booking of this calendar`)
  return { uid, originalTime: Number(originalTime), start: Number(start) }
}
