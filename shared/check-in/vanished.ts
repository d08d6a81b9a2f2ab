import type { Booking, BookingId } from '../booking/booking.ts'
import { isStill } from '../booking/still-listed.ts'
import type { Ending } from '../ending/ending.ts'
import { checkInsOf, lastSchedule, type Panel } from '../panel/panel.ts'
import type { ReleaseOutcome, Releasing } from '../release/release.ts'
import { contains, type Instant, overlaps } from '../time/time.ts'
import { isTaken } from './check-in-at.ts'

/**
 * Whether a reading lacks the booking that the previous reading has at `now`, or a later booking with a
 * check-in, and no act of this panel explains its absence. A calendar may answer with an empty list once, so
 * the panel asks again before the door turns green.
 */
export function lacksRunning(panel: Panel, bookings: readonly Booking[], now: Instant): boolean {
  const before = lastSchedule(panel)?.bookings
  if (before === undefined) return lacksPeople(panel, bookings, now)
  const isInUse = bookings.some((booking) => contains(booking, now))
  const isMissed = (booking: Booking): boolean =>
    contains(booking, now) ? !isInUse : booking.start > now && isTaken(panel, booking)
  // After a leap of the clock or a restart the last reading proves nothing, but is still a good reason to ask
  // again.
  return before.some(
    (booking) =>
      isMissed(booking) && !isExplained(panel, booking.id) && !bookings.some(isStill(booking, before)),
  )
}

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

/**
 * Whether an end, a release or a verdict of this panel may have removed the booking. An act that was not
 * sent, or that the calendar refused, removed nothing.
 */
function isExplained({ ending, releasing, admin }: Panel, id: BookingId): boolean {
  return [
    endedBy(ending),
    releasedBy(releasing),
    admin.kind === 'open' && admin.judging.kind !== 'none' ? admin.judging.booking : undefined,
  ].includes(id)
}

function endedBy(ending: Ending): BookingId | undefined {
  if (ending.kind === 'ending') return ending.isSent ? ending.booking : undefined
  return ending.kind === 'settled' && ending.outcome.kind !== 'refused' ? ending.booking : undefined
}

function releasedBy(releasing: Releasing): BookingId | undefined {
  if (releasing.kind === 'releasing') return releasing.isSent ? releasing.booking : undefined
  const mayBeGone: readonly ReleaseOutcome['kind'][] = ['released', 'uncertain']
  return releasing.kind === 'settled' && mayBeGone.includes(releasing.outcome.kind)
    ? releasing.booking.id
    : undefined
}
