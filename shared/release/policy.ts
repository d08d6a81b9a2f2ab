import type { Booking } from '../booking/booking.ts'
import type { Instant } from '../time/time.ts'

/** The rules that IT set for this room. Lengths in ms. */
export interface Policy {
  /** `off`: nobody is asked to check in; `observe`: nothing is released, but the journal says what would have been. */
  readonly mode: 'off' | 'observe' | 'auto'
  /** How long before the start check-in opens. */
  readonly opensBefore: number
  /** How long after the start check-in must have been possible before a release. */
  readonly grace: number
  /** Bookings of this length or more are never released: nobody stands at the door for a whole day. */
  readonly exemptFrom: number
  /** Organisers, by name, whose bookings are never released. */
  readonly exempt: readonly string[]
  /** The second panel of a room: it shows, and leaves check-in and release to the first, which keeps the journal. */
  readonly follower: boolean
  /** What came before IT changed the rules: bookings that were open to check-in by then keep to it. */
  readonly earlier?: EarlierPolicy
}

export interface EarlierPolicy {
  /** For bookings that start by then, this moment included. */
  readonly until: Instant
  readonly policy: Policy
}

/** The rules that one booking goes by. */
export const rulesFor = (policy: Policy, booking: Pick<Booking, 'start'>): Policy =>
  policy.earlier !== undefined && booking.start <= policy.earlier.until
    ? rulesFor(policy.earlier.policy, booking)
    : policy

/** Whether anybody is asked to check in; for one booking ask the `rulesFor` it. */
export const asksForCheckIn = ({ mode, follower }: Policy): boolean => mode !== 'off' && !follower

/** Whether a booking is never released, and so nobody is asked to check in to it. */
export function isExempt(booking: Booking, policy: Policy): boolean {
  const { start, end, organizer } = booking
  const { exemptFrom, exempt } = rulesFor(policy, booking)
  return end - start >= exemptFrom || (organizer?.name !== undefined && exempt.includes(organizer.name))
}
