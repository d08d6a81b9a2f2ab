import type { Booking } from '../../shared/booking/booking.ts'
import { checkInTo } from '../../shared/check-in/check-in.ts'
import type { Reservation } from '../../shared/reserving/reservation.ts'
import type { PanelStore } from '../panel/panel-store.ts'
import type { RecordInJournal } from '../panel/record-in-journal.ts'

export interface CheckInBookedParts {
  readonly panel: PanelStore
  readonly record: RecordInJournal
}

/**
 * Checks the visitor in to what they have booked, because they are at the door. A visitor who starts early has
 * come for the booking that follows, too. A booking for later needs its check-in like any other. Resolves to whether
 * that is on the disk.
 */
export async function checkInBooked(
  { panel, record }: CheckInBookedParts,
  { wish, at, end }: Reservation,
  booked: Booking,
  bookings: readonly Booking[],
): Promise<boolean> {
  if (wish === 'later') return true
  const next = wish === 'startEarly' ? bookings.filter(({ start }) => start === end) : []
  const checkIns = [...next, booked].map((booking) => checkInTo(booking, at))
  // From here on no release of them can begin, even if the disk fails.
  panel.apply({ kind: 'presumed', checkIns })
  return (await record((content) => content)).ok
}
