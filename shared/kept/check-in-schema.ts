import * as v from 'valibot'
import { type BookingId, bookingIdOf } from '../booking/booking.ts'
import type { CheckIn } from '../check-in/check-in.ts'
import { keptInstant } from './kept-instant.ts'

export const keptBooking = v.pipe(
  v.string(),
  v.minLength(1),
  v.transform((text): BookingId => bookingIdOf(text)),
)

/** A check-in as a door keeps it on its disk, and a hub in its database. */
export const checkInSchema: v.GenericSchema<unknown, CheckIn> = v.strictObject({
  booking: keptBooking,
  start: keptInstant,
  end: keptInstant,
  at: keptInstant,
  meeting: v.string(),
  organizer: v.exactOptional(v.string()),
  isPresumed: v.exactOptional(v.literal(true)),
})
