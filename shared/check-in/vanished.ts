import type { Booking, BookingId } from '../booking/booking.ts'
import { isStill } from '../booking/still-listed.ts'
import type { Ending } from '../ending/ending.ts'
import { checkInsOf, lastSchedule, type Panel } from '../panel/panel.ts'
import type { ReleaseOutcome, Releasing } from '../release/release.ts'
import { contains, type Instant, overlaps } from '../time/time.ts'
import { isTaken } from './check-in-at.ts'

/**
 * Whether a reading has nothing at `now` where the reading before has a booking, or lacks one that people are checked in to,
 * without an act of this panel's that would explain it. A calendar may answer with an empty list for once: it is asked again
 * before the door turns green.
 */
export function lacksRunning(panel: Panel, bookings: readonly Booking[], now: Instant): boolean {
  const before = lastSchedule(panel)?.bookings
  if (before === undefined) return lacksPeople(panel, bookings, now)
  const isInUse = bookings.some((booking) => contains(booking, now))
  const isMissed = (booking: Booking): boolean =>
    contains(booking, now) ? !isInUse : booking.start > now && isTaken(panel, booking)
  // A leap of the clock or a restart makes the last reading worthless as a proof, and leaves it as good a reason to ask again.
  return before.some(
    (booking) =>
      isMissed(booking) && !isExplained(panel, booking.id) && !bookings.some(isStill(booking, before)),
  )
}

/** Of a panel that begins without a reading the journal knows where people are, or will be. */
const lacksPeople = (panel: Panel, bookings: readonly Booking[], now: Instant): boolean =>
  checkInsOf(panel).some(
    (checkIn) =>
      checkIn.isPresumed === undefined &&
      checkIn.end > now &&
      !bookings.some((booking) => overlaps(booking, checkIn)),
  )

/** What was only asked for, or came to nothing, explains nothing. */
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
