import { overlaps } from '../time/time.ts'
import type { Booking } from './booking.ts'

/**
 * Whether `other`, of a later reading, is this booking: it has the same id, or a new id for the same meeting
 * at an overlapping time, as when an edited instance gets another original time. A booking that `before`
 * already listed beside it is a different booking, even of the same meeting: an exception may stand beside
 * the ordinary instance.
 */
export const isStill =
  (booking: Booking, before: readonly Booking[]) =>
  (other: Booking): boolean =>
    other.id === booking.id ||
    (other.meeting === booking.meeting &&
      overlaps(other, booking) &&
      !before.some(({ id }) => id === other.id))
