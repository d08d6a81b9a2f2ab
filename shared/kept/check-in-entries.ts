import * as v from 'valibot'
import { type BookingId, bookingIdOf } from '../booking/booking.ts'
import { keptInstant } from './kept-instant.ts'

export const keptBooking = v.pipe(
  v.string(),
  v.minLength(1),
  v.transform((text): BookingId => bookingIdOf(text)),
)

/** What is kept of a check-in, on a door's disk and in a hub's database. */
export const checkInEntries = {
  booking: keptBooking,
  start: keptInstant,
  end: keptInstant,
  at: keptInstant,
  meeting: v.string(),
  organizer: v.exactOptional(v.string()),
  isPresumed: v.exactOptional(v.literal(true)),
}
