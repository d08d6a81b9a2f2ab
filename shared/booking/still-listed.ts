import { overlaps } from '../time/time.ts'
import type { Booking } from './booking.ts'

/**
 * Whether `other`, of a later reading, is this booking: under its id, or under one that appeared since for the same meeting
 * at an overlapping time, as an edited instance gets another original time. What `before` had beside it is another booking,
 * also of the same meeting: an exception may stand beside the ordinary instance.
 */
export const isStill =
  (booking: Booking, before: readonly Booking[]) =>
  (other: Booking): boolean =>
    other.id === booking.id ||
    (other.meeting === booking.meeting &&
      overlaps(other, booking) &&
      !before.some(({ id }) => id === other.id))
