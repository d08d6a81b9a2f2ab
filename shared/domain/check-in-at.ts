import { type Booking, nextAfter, runningAt } from './booking.ts'
import { isCheckedIn } from './journal.ts'
import { contentOf, type Panel } from './panel.ts'
import { asksForCheckIn, isExempt, type Policy, rulesFor } from './policy.ts'
import { type Instant, plus } from './time.ts'

/**
 * The bookings that somebody can check in to at `now`, first the one that people come for: the next one from some
 * minutes before its start on, and the running one until it is over.
 */
export function checkInsAt(panel: Panel, policy: Policy, now: Instant): readonly Booking[] {
  const bookings = panel.reading.schedule?.bookings ?? []
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

/** Whether somebody's check-in to this booking is on disk. */
export const isTaken = (panel: Panel, booking: Booking): boolean =>
  isCheckedIn(contentOf(panel.journal).checkIns, booking)
