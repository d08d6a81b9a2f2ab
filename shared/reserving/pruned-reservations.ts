import { days, type Instant, plus } from '../time/time.ts'
import { isOpen, type Reservation } from './reservation.ts'

/** What is over for so long is forgotten, ms: the calendar's own list has what may be left. */
const remembered = days(2)
/** More than a door books in that time, and still a small file. */
const mostReservations = 200

/** Without what is long over, and never longer than some hundred. What is under way stays. */
export function prunedReservations(
  reservations: readonly Reservation[],
  now: Instant,
): readonly Reservation[] {
  const oldest = plus(now, -remembered)
  const over = reservations.filter((one) => !isOpen(one) && one.end > oldest).slice(-mostReservations)
  return reservations.filter((one) => isOpen(one) || over.includes(one))
}
