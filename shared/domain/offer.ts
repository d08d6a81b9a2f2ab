import type { Booking, BookingId } from './booking.ts'
import { type Instant, plus, seconds } from './time.ts'

/**
 * A stretch in which somebody at the door could have checked in to a booking: each picture that the page has painted
 * with the button on it prolongs it (law 2b).
 */
export interface Offer {
  readonly booking: BookingId
  /** When the page first and last had the button, by the monotonic clock, ms. */
  readonly since: number
  readonly last: number
  /** `last` by the server's time. */
  readonly lastAt: Instant
}

/** The page has painted a picture with a check-in button for these bookings. */
export interface Painted {
  readonly checkIns: readonly BookingId[]
  readonly at: Instant
  /** By the monotonic clock, ms. */
  readonly elapsed: number
}

/** While an offer lasts the page is asked this often what it shows, ms. */
export const betweenLooks = seconds(4)

/** A page that has not answered for longer may have been frozen: the offer is over. Two looks, and some time. */
export const longestGap = seconds(10)

/** The offers after a picture: what it has no button for is over, and what had one before goes on. */
export const offersAfter = (offers: readonly Offer[], { checkIns, at, elapsed }: Painted): readonly Offer[] =>
  checkIns.map((booking) => {
    const before = offers.find((offer) => offer.booking === booking)
    const goesOn = before !== undefined && isAlive(before, elapsed)
    return { booking, since: goesOn ? before.since : elapsed, last: elapsed, lastAt: at }
  })

export const isAlive = ({ last }: Offer, elapsed: number): boolean => elapsed - last <= longestGap

/** How much of the grace is proven to have passed: offered without a gap, and after the start. Negative before it. */
export const graceUsed = ({ since, last, lastAt }: Offer, { start }: Booking): number =>
  Math.min(last - since, lastAt - start)

/** When the grace will have passed, if the offer goes on. */
export const graceEnds = (offer: Offer, booking: Booking, grace: number): Instant =>
  plus(offer.lastAt, Math.max(grace - graceUsed(offer, booking), 0))
