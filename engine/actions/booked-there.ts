import type { Booking } from '../../shared/booking/booking.ts'
import type { ProblemCode } from '../../shared/reading/problem.ts'
import type { BookingRules } from '../../shared/reserving/booking-rules.ts'
import { minutes } from '../../shared/time/time.ts'
import type { DoorCalendar } from '../reservation-calendar.ts'

const denials: readonly ProblemCode[] = ['scopeMissing', 'botMissing', 'calendarDenied']

/** A booking that begins so soon after it was made, ms, was made by a visitor for right now. */
const forNow = minutes(2)

/**
 * Whether a visitor booked it at a door of this room, for then: be it at the room's second panel, whose check-ins this
 * panel does not know, or before the disk lost them. Undefined if the calendar does not say so. The organiser of such a
 * booking has no name.
 *
 * A door that does not book asks, too: IT may have switched booking off here since, and not there. An app that may not
 * see its calendar has booked nothing then.
 */
export async function wasBookedThere(
  { reservations }: DoorCalendar,
  booking: Booking,
  { who }: Pick<BookingRules, 'who'>,
): Promise<boolean | undefined> {
  if (reservations === undefined || booking.organizer?.name !== undefined) return false
  const listed = await reservations.list(booking)
  if (!listed.ok) return who === 'off' && denials.includes(listed.error.code) ? false : undefined
  return listed.value.some(
    ({ entry, isOwnRoom, madeAt }) =>
      isOwnRoom && entry.meeting === booking.meeting && booking.start - madeAt < forNow,
  )
}
