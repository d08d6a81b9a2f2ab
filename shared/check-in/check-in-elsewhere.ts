import type { Booking } from '../booking/booking.ts'
import { isExempt, type Policy, rulesFor } from '../release/policy.ts'
import { type Instant, instantOf, type Interval, plus } from '../time/time.ts'
import { opensAt } from './check-in-at.ts'

/**
 * For a room's second panel: the check-in time at the first panel, either of the booking that it may be
 * waiting for at `now` or of the next one. The second panel does not know whether that check-in was already
 * made.
 */
export function checkInElsewhere(
  bookings: readonly Booking[],
  policy: Policy,
  now: Instant,
): Interval | undefined {
  return bookings
    .filter((booking) => isAskedElsewhere(booking, policy))
    .map((booking) => askedIn(booking, policy))
    .find(({ end }) => end > now)
}

function isAskedElsewhere(booking: Booking, policy: Policy): boolean {
  const { mode, follower } = rulesFor(policy, booking)
  return follower && mode !== 'off' && !isExempt(booking, policy)
}

function askedIn(booking: Booking, policy: Policy): Interval {
  const graceEnds = plus(booking.start, rulesFor(policy, booking).grace)
  return { start: opensAt(booking, policy), end: instantOf(Math.min(graceEnds, booking.end)) }
}
