import type { Booking, BookingId } from './booking.ts'
import type { Panel } from './panel.ts'
import { isStill } from './still-listed.ts'
import { holds, type Instant } from './time.ts'

/**
 * Whether a reading has nothing at `now` where the reading before has a booking, without an act of this panel's that would
 * explain it. A calendar may answer with an empty list for once: it is asked again before the door turns green.
 */
export function lacksRunning(panel: Panel, bookings: readonly Booking[], now: Instant): boolean {
  if (bookings.some((booking) => holds(booking, now))) return false
  const before = panel.reading.schedule?.bookings ?? []
  return before.some(
    (booking) =>
      holds(booking, now) && !isExplained(panel, booking.id) && !bookings.some(isStill(booking, before)),
  )
}

function isExplained({ ending, releasing, admin }: Panel, id: BookingId): boolean {
  const released = releasing.kind === 'settled' ? releasing.booking.id : undefined
  return [
    ending.kind === 'none' ? undefined : ending.booking,
    releasing.kind === 'releasing' ? releasing.booking : released,
    admin.kind === 'open' && admin.judging.kind !== 'none' ? admin.judging.booking : undefined,
  ].includes(id)
}
