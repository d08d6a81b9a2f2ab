import type { Booking } from '../booking/booking.ts'
import type { Instant } from '../time/time.ts'

/** The rules that IT set for this room. Lengths in ms. */
export interface Policy {
  /**
   * `off`: the door asks for no check-in; `observe`: the panel releases no booking, but records in the
   * journal what it would have released.
   */
  readonly mode: 'off' | 'observe' | 'auto'
  /** How long before the start check-in opens. */
  readonly opensBefore: number
  /** How long after the start check-in must have been possible before a release. */
  readonly grace: number
  /**
   * Bookings of this length or more are never released: people who have a room for a whole day don't come
   * back to the door.
   */
  readonly exemptFrom: number
  /** Organisers, by name, whose bookings are never released. */
  readonly exempt: readonly string[]
  /**
   * Whether this is the room's second panel. It shows the room, and leaves check-in and release to the first
   * one, which keeps the journal.
   */
  readonly follower: boolean
  /** The rules before IT's last change. Bookings that were open to check-in then keep to them. */
  readonly earlier?: EarlierPolicy
}

export interface EarlierPolicy {
  /** The rules apply to bookings that start at this moment or before. */
  readonly until: Instant
  readonly policy: Policy
}

/** The rules that one booking goes by. */
export const rulesFor = (policy: Policy, booking: Pick<Booking, 'start'>): Policy =>
  policy.earlier !== undefined && booking.start <= policy.earlier.until
    ? rulesFor(policy.earlier.policy, booking)
    : policy

/** Whether the door asks for check-ins. For one booking pass its own rules (`rulesFor`). */
export const asksForCheckIn = ({ mode, follower }: Policy): boolean => mode !== 'off' && !follower

/** Whether a booking is never released, so that the door asks for no check-in to it. */
export function isExempt(booking: Booking, policy: Policy): boolean {
  const { start, end, organizer } = booking
  const { exemptFrom, exempt } = rulesFor(policy, booking)
  return end - start >= exemptFrom || (organizer?.name !== undefined && exempt.includes(organizer.name))
}
