import type { Booking, BookingId } from '../booking/booking.ts'
import { type Instant, plus, seconds } from '../time/time.ts'

/**
 * The stretch in which somebody at the door could have checked in to a booking: each picture that the page has painted
 * with the button on it prolongs it (law 2b).
 */
export interface Offer {
  readonly booking: BookingId
  /** When the page first and last had the button, by the monotonic clock, ms. */
  readonly since: number
  readonly last: number
  /** The same by the server's time. */
  readonly sinceAt: Instant
  readonly lastAt: Instant
  /** The button was away for longer than `longestGap`. It never becomes false again: people who came meanwhile sit inside. */
  readonly isBroken: boolean
}

/** The page has painted a picture with a check-in button for these bookings. */
export interface Painted {
  readonly checkIns: readonly BookingId[]
  readonly at: Instant
  /** By the monotonic clock, ms. */
  readonly elapsed: number
}

/** While an offer lasts the page is asked this often what it shows, ms. */
export const offerCheckInterval = seconds(4)

/** A gap that people at the door don't notice, ms. A page that has not answered for longer may have been frozen. */
export const longestGap = seconds(10)

/** The offers after a picture. One whose button the picture lacks stays as it is: another picture may follow in time. */
export function offersAfter(offers: readonly Offer[], { checkIns, at, elapsed }: Painted): readonly Offer[] {
  const others = offers.filter(({ booking }) => !checkIns.includes(booking))
  const painted = checkIns.map((booking): Offer => {
    const before = offers.find((offer) => offer.booking === booking)
    return before === undefined
      ? { booking, since: elapsed, last: elapsed, sinceAt: at, lastAt: at, isBroken: false }
      : { ...before, last: elapsed, lastAt: at, isBroken: before.isBroken || !isAlive(before, elapsed) }
  })
  return [...others, ...painted]
}

/** The offers when the monotonic clock reads `elapsed`: those whose last picture is too old by then are broken. */
export const offersAt = (offers: readonly Offer[], elapsed: number): readonly Offer[] =>
  offers.map((offer) => (isAlive(offer, elapsed) ? offer : broken(offer)))

export const broken = (offer: Offer): Offer => (offer.isBroken ? offer : { ...offer, isBroken: true })

export const isAlive = ({ last }: Offer, elapsed: number): boolean => elapsed - last <= longestGap

/** Offers of bookings that are long over are forgotten, ms after their last picture. */
const remembered = seconds(24 * 3600)

export const withoutOldOffers = (offers: readonly Offer[], now: Instant): readonly Offer[] =>
  offers.some((offer) => isOld(offer, now)) ? offers.filter((offer) => !isOld(offer, now)) : offers

const isOld = ({ lastAt }: Offer, now: Instant): boolean => plus(lastAt, remembered) < now

/** Whether the button was there from `opening` on, but for a gap that people don't notice. */
export const isWhole = (offer: Offer, opening: Instant): boolean =>
  !offer.isBroken && offer.sinceAt <= plus(opening, longestGap)

/**
 * How much of the grace is proven to have passed, ms: with the button on the page, after the start, and after the last
 * touch of the screen, if there was one (law 2b). Negative before the start.
 */
export const graceUsed = (
  { since, last, lastAt }: Offer,
  { start }: Pick<Booking, 'start'>,
  touchedAt: Instant | undefined,
): number => Math.min(last - since, lastAt - graceBegins(start, touchedAt))

/** When the grace will have passed, if the offer goes on. */
export const graceEnds = (
  offer: Offer,
  booking: Pick<Booking, 'start'>,
  grace: number,
  touchedAt: Instant | undefined,
): Instant => plus(offer.lastAt, Math.max(grace - graceUsed(offer, booking, touchedAt), 0))

/** People whose touch came to nothing are in front of the door: they have another grace from then. */
const graceBegins = (start: Instant, touchedAt: Instant | undefined): Instant =>
  touchedAt !== undefined && touchedAt > start ? touchedAt : start
