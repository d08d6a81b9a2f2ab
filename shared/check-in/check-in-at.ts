import { type Booking, nextAfter, runningAt } from '../booking/booking.ts'
import { contentOf } from '../panel/journal-state.ts'
import type { Panel } from '../panel/panel.ts'
import { asksForCheckIn, isExempt, type Policy, rulesFor } from '../release/policy.ts'
import { isBookedByPresent } from '../reserving/reserving.ts'
import { type Instant, plus } from '../time/time.ts'
import { isCheckedIn } from './presence.ts'

/**
 * The bookings that people can check in to at `now`: the next one, once its check-in has opened, and the
 * running one until it is over. The next one comes first, because people arrive for it.
 */
export function checkInsAt(panel: Panel, policy: Policy, now: Instant): readonly Booking[] {
  const bookings = bookingsOf(panel)
  const next = nextAfter(bookings, now)
  const open = [next && opensAt(next, policy) <= now ? next : undefined, runningAt(bookings, now)]
  return open
    .filter((booking) => booking !== undefined)
    .filter((booking) => wantsCheckIn(panel, policy, booking))
}

/** When check-in to a booking opens. */
export const opensAt = (booking: Booking, policy: Policy): Instant =>
  plus(booking.start, -rulesFor(policy, booking).opensBefore)

export const wantsCheckIn = (panel: Panel, policy: Policy, booking: Booking): boolean =>
  asksForCheckIn(rulesFor(policy, booking)) && !isExempt(booking, policy) && !isTaken(panel, booking)

/** Whether a check-in counts for this booking that was made at the door and is on disk, as a visitor's own booking is. */
export const isTaken = (panel: Panel, booking: Booking): boolean =>
  isCheckedIn(contentOf(panel.journal).checkIns, booking, { bookings: bookingsOf(panel) }) ||
  isBookedByPresent(panel.reserving, booking)

/** Whether a check-in to this very booking was made at the door and is on disk. */
export const isNoted = ({ journal }: Pick<Panel, 'journal'>, { id }: Booking): boolean =>
  contentOf(journal).checkIns.some(({ booking, isPresumed: isGuess }) => booking === id && isGuess !== true)

/** Whether a check-in that was made at the door counts for this booking, on disk or not. */
export const isTapped = (panel: Panel, booking: Booking): boolean =>
  isTaken(panel, booking) || isCheckedIn(panel.unsaved, booking, { bookings: bookingsOf(panel) })

/**
 * Whether people may be in the room at the time of this booking who could not check in, because the button
 * was missing when they came, or because they came for an exempt booking of the same organiser.
 */
export function isPresumed(panel: Panel, policy: Policy, booking: Booking): boolean {
  const around = {
    bookings: bookingsOf(panel),
    presumed: true,
    isOccupied: (other: Booking) => isExempt(other, policy),
  }
  return (
    isCheckedIn(contentOf(panel.journal).checkIns, booking, around) ||
    isCheckedIn(panel.unsaved, booking, around)
  )
}

const bookingsOf = ({ reading }: Panel): readonly Booking[] => reading.schedule?.bookings ?? []
