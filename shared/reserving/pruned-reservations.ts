import { days, type Instant, plus } from '../time/time.ts'
import { isOpen, type Reservation } from './reservation.ts'

/** How long a past reservation is remembered, ms: the calendar's own list has the rest. */
const remembered = days(2)
/** More than a door can book in that time, and still a small file. */
const mostReservations = 200

/** The reservations without long past ones, some hundred at most. Reservations under way stay. */
export function prunedReservations(
  reservations: readonly Reservation[],
  now: Instant,
): readonly Reservation[] {
  const oldest = plus(now, -remembered)
  const over = reservations.filter((one) => !isOpen(one) && one.end > oldest).slice(-mostReservations)
  return reservations.filter((one) => isOpen(one) || over.includes(one))
}
