import { type Action, mayHaveRemoved } from '../action/action.ts'
import type { Booking } from '../booking/booking.ts'
import { isStill } from '../booking/still-listed.ts'
import { checkInsOf, lastSchedule, type Panel } from '../panel/panel.ts'
import { contains, type Instant, overlaps } from '../time/time.ts'
import { isTaken } from './check-in-at.ts'

/**
 * Whether a reading lacks the booking that the previous reading has at `now`, or a later booking with a
 * check-in, and no act of this panel explains its absence. A calendar may answer with an empty list once, so
 * the panel asks again before the door turns green.
 */
export function lacksRunning(panel: Panel, bookings: readonly Booking[], now: Instant): boolean {
  const last = lastSchedule(panel)
  if (last === undefined) return lacksPeople(panel, bookings, now)
  const isExplained = (booking: Booking): boolean =>
    panel.actions.some((action) => mayHaveRemoved(action, booking) && !isBefore(action, last.readAt))
  // After a leap of the clock or a restart the last reading proves nothing, but is still a good reason to ask
  // again.
  return (
    lacksPresent(last.bookings, bookings, now, isExplained) ||
    lacksUnder(
      last.bookings,
      bookings,
      isExplained,
      (booking) => booking.start > now && isTaken(panel, booking),
    )
  )
}

/** Whether the room seems free at `now`, because the later list lacks what ran by the earlier one. */
export const lacksPresent = (
  before: readonly Booking[],
  after: readonly Booking[],
  now: Instant,
  isExplained: (booking: Booking) => boolean,
): boolean =>
  !after.some((booking) => contains(booking, now)) &&
  lacksUnder(before, after, isExplained, (booking) => contains(booking, now))

/** Whether one of these bookings is missing, not even under another id. */
const lacksUnder = (
  before: readonly Booking[],
  after: readonly Booking[],
  isExplained: (booking: Booking) => boolean,
  isMeant: (booking: Booking) => boolean,
): boolean =>
  before.some((booking) => isMeant(booking) && !isExplained(booking) && !after.some(isStill(booking, before)))

/** Whether an action was over before the last reading, which lists its booking all the same. */
const isBefore = (action: Action, readAt: Instant): boolean =>
  action.stage === 'settled' && action.at < readAt

/**
 * For a panel that begins without a reading: whether the reading lacks a booking for a check-in in the
 * journal.
 */
const lacksPeople = (panel: Panel, bookings: readonly Booking[], now: Instant): boolean =>
  checkInsOf(panel).some(
    (checkIn) =>
      checkIn.isPresumed === undefined &&
      checkIn.end > now &&
      !bookings.some((booking) => overlaps(booking, checkIn)),
  )
