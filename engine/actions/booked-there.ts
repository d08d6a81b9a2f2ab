import type { Booking } from '../../shared/booking/booking.ts'
import type { ProblemCode } from '../../shared/reading/problem.ts'
import type { BookingRules } from '../../shared/reserving/booking-rules.ts'
import { instantOf, minutes } from '../../shared/time/time.ts'
import type { DoorCalendar, ListedEntry } from '../reservation-calendar.ts'

const denials: readonly ProblemCode[] = ['scopeMissing', 'botMissing', 'calendarDenied']

/** An entry that does not say what its visitor wanted, and begins so soon after it was made, ms, was made for right now. */
const forNow = minutes(2)

/**
 * Whether the people of this booking came to a door of the room and booked it there, extended into it, or started early
 * for it: be it at the room's second panel, whose check-ins this panel does not know, or before the disk lost them.
 * Undefined if the calendar does not say so. The organiser of a door's booking has no name. `bookings` are the room's.
 *
 * A door that does not book asks, too: IT may have switched booking off here since, and not there. An app that may not
 * see its calendar has booked nothing then.
 */
export async function wasBookedThere(
  { reservations }: DoorCalendar,
  booking: Booking,
  bookings: readonly Booking[],
  { who }: Pick<BookingRules, 'who'>,
): Promise<boolean | undefined> {
  const before = bookings.filter(({ end }) => end === booking.start)
  const byDoors = [booking, ...before].filter(({ organizer }) => organizer?.name === undefined)
  if (reservations === undefined || byDoors.length === 0) return false
  const start = instantOf(Math.min(...byDoors.map((one) => one.start)))
  const listed = await reservations.list({ start, end: booking.end })
  if (!listed.ok) return who === 'off' && denials.includes(listed.error.code) ? false : undefined
  const isEarlyStart = ({ entry, wish }: ListedEntry): boolean =>
    wish === 'startEarly' && before.some(({ meeting }) => meeting === entry.meeting)
  return listed.value.some((one) => one.isOwnRoom && (isForPresent(one, booking) || isEarlyStart(one)))
}

/** Whether this entry is the booking, and its visitor was to be in the room from its start on. */
function isForPresent({ entry, wish, madeAt }: ListedEntry, { meeting, start }: Booking): boolean {
  if (entry.meeting !== meeting) return false
  return wish === undefined ? start - madeAt < forNow : wish !== 'later'
}
