import { type Booking, nextAfter, runningAt } from '../booking/booking.ts'
import { contentOf } from '../panel/journal-state.ts'
import type { Panel } from '../panel/panel.ts'
import { asksForCheckIn, isExempt, type Policy, rulesFor } from '../release/policy.ts'
import { type Instant, plus } from '../time/time.ts'
import { isCheckedIn } from './presence.ts'

/**
 * The bookings that somebody can check in to at `now`, first the one that people come for: the next one from some
 * minutes before its start on, and the running one until it is over.
 */
export function checkInsAt(panel: Panel, policy: Policy, now: Instant): readonly Booking[] {
  const bookings = bookingsOf(panel)
  const next = nextAfter(bookings, now)
  const open = [next && opensAt(next, policy) <= now ? next : undefined, runningAt(bookings, now)]
  return open
    .filter((booking) => booking !== undefined)
    .filter((booking) => wantsCheckIn(panel, policy, booking))
}

/** When somebody can first check in to a booking. */
export const opensAt = (booking: Booking, policy: Policy): Instant =>
  plus(booking.start, -rulesFor(policy, booking).opensBefore)

export const wantsCheckIn = (panel: Panel, policy: Policy, booking: Booking): boolean =>
  asksForCheckIn(rulesFor(policy, booking)) && !isExempt(booking, policy) && !isTaken(panel, booking)

/** Whether a check-in that somebody made is on disk and counts for this booking. */
export const isTaken = (panel: Panel, booking: Booking): boolean =>
  isCheckedIn(contentOf(panel.journal).checkIns, booking, { bookings: bookingsOf(panel) })

/** Whether somebody checked in to this very booking, and that is on disk. */
export const isNoted = ({ journal }: Pick<Panel, 'journal'>, { id }: Booking): boolean =>
  contentOf(journal).checkIns.some(({ booking, isPresumed: isGuess }) => booking === id && isGuess !== true)

/** Whether a check-in counts for this booking, on disk or not. */
export const isTapped = (panel: Panel, booking: Booking): boolean =>
  isTaken(panel, booking) || isCheckedIn(panel.unsaved, booking, { bookings: bookingsOf(panel) })

/**
 * Whether people may sit in the room at the time of this booking who could not say so: they found no button, or came for an
 * exempt booking of the same organiser.
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
