import type { Booking } from '../booking/booking.ts'
import { opensAt } from '../check-in/check-in-at.ts'
import { longestGap } from '../check-in/offer.ts'
import { unreleasedFrom } from '../release/unreleased.ts'
import { asksForCheckIn, type Policy, rulesFor } from '../release/policy.ts'
import { endOfTime, type Instant, plus } from '../time/time.ts'

/** The moments at which a booking changes its state by the passing of time, each list in order. */
export interface Boundaries {
  /** The calendar is read around these: check-in opens, start, end. A release reads the calendar itself. */
  readonly read: readonly Instant[]
  /** At these the picture changes, or an action becomes due. */
  readonly look: readonly Instant[]
}

export type BoundariesOf = (bookings: readonly Booking[], policy: Policy) => Boundaries

/** The boundaries of these bookings. A panel asks many times between two readings, and remembers its last answer. */
export const boundariesOf: BoundariesOf = (bookings, policy) => {
  const isAsked = asksForCheckIn(policy)
  const read = bookings.flatMap((booking) => [
    booking.start,
    booking.end,
    ...(isAsked ? [opensAt(booking, policy)] : []),
  ])
  const decided = isAsked
    ? bookings.flatMap((booking) => [
        plus(opensAt(booking, policy), longestGap + 1),
        plus(booking.start, rulesFor(policy, booking).grace),
        unreleasedFrom(booking, policy),
      ])
    : []
  return { read: inOrder(read), look: inOrder([...read, ...decided]) }
}

const inOrder = (moments: readonly Instant[]): readonly Instant[] =>
  moments.toSorted((one, other) => one - other)

/** The first of the sorted `moments` that is later than `moment`. */
export function firstAfter(moments: readonly Instant[], moment: Instant): Instant | undefined {
  let [least, most] = [0, moments.length]
  while (least < most) {
    const middle = (least + most) >> 1
    if ((moments[middle] ?? endOfTime) > moment) most = middle
    else least = middle + 1
  }
  return moments[least]
}
