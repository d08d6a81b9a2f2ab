import type { Booking } from './booking.ts'

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
}

export const asksForCheckIn = ({ mode, follower }: Policy): boolean => mode !== 'off' && !follower

/** Whether a booking is never released, and so nobody is asked to check in to it. */
export const isExempt = ({ start, end, organizer }: Booking, policy: Policy): boolean =>
  end - start >= policy.exemptFrom ||
  (organizer?.name !== undefined && policy.exempt.includes(organizer.name))
