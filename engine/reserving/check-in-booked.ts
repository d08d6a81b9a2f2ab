import type { Booking } from '../../shared/booking/booking.ts'
import { checkInTo } from '../../shared/check-in/check-in.ts'
import type { Reservation } from '../../shared/reserving/reservation.ts'
import type { PanelStore } from '../panel/panel-store.ts'
import type { RecordInJournal } from '../panel/record-in-journal.ts'
import type { Clock } from '../ports.ts'

export interface CheckInBookedParts {
  readonly clock: Clock
  readonly panel: PanelStore
  readonly record: RecordInJournal
}

/**
 * Checks the visitor in to what they have booked, because they are at the door. A visitor who starts early has
 * come for the booking that follows, too. A booking for later needs its check-in like any other.
 */
export async function checkInBooked(
  { clock, panel, record }: CheckInBookedParts,
  { wish, at, end }: Reservation,
  booked: Booking,
  bookings: readonly Booking[],
): Promise<void> {
  if (wish === 'later') return
  const next = wish === 'startEarly' ? bookings.filter(({ start }) => start === end) : []
  const entered = [...next, booked]
  for (const booking of entered) panel.apply({ kind: 'checkInTapped', checkIn: checkInTo(booking, at) })
  // Also if the disk refuses it: a booking that a visitor tapped for is not released.
  await record((content) => content)
  const done = { outcome: { kind: 'done' }, at: clock.now() } as const
  for (const { id: booking } of entered)
    panel.apply({ kind: 'action', action: { kind: 'checkIn', stage: 'settled', booking, ...done } })
}
