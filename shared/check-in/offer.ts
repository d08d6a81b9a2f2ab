import type { Booking, BookingId } from '../booking/booking.ts'
import { type Instant, plus, seconds } from '../time/time.ts'

/**
 * The time in which people at the door could check in to a booking (law 2b). Each picture that the page has
 * painted with the button on it prolongs the offer.
 */
export interface Offer {
  readonly booking: BookingId
  /** When the page first and last had the button, by the monotonic clock, ms. */
  readonly since: number
  readonly last: number
  /** The same by the server's time. */
  readonly sinceAt: Instant
  readonly lastAt: Instant
  /**
   * The button was missing for longer than `longestGap`. This never becomes false again: people who came
   * meanwhile may be inside.
   */
  readonly isBroken: boolean
}

/** The page has painted a picture with a check-in button for these bookings. */
export interface Painted {
  readonly checkIns: readonly BookingId[]
  readonly at: Instant
  /** By the monotonic clock, ms. */
  readonly elapsed: number
}

/** How often the page must confirm its picture while an offer lasts, ms. */
export const offerCheckInterval = seconds(4)

/**
 * The longest gap that people at the door don't notice, ms. A page that has not answered for longer may have
 * been frozen.
 */
export const longestGap = seconds(10)

/**
 * The offers after a picture. If the picture lacks an offer's button, that offer does not change, because
 * another picture may follow in time.
 */
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

/**
 * The offers when the monotonic clock reads `elapsed`. An offer is broken if its last picture is too old by
 * then.
 */
export const offersAt = (offers: readonly Offer[], elapsed: number): readonly Offer[] =>
  offers.map((offer) => (isAlive(offer, elapsed) ? offer : broken(offer)))

export const broken = (offer: Offer): Offer => (offer.isBroken ? offer : { ...offer, isBroken: true })

export const isAlive = ({ last }: Offer, elapsed: number): boolean => elapsed - last <= longestGap

/** How long an offer is remembered after its last picture, ms. */
const remembered = seconds(24 * 3600)

export const withoutOldOffers = (offers: readonly Offer[], now: Instant): readonly Offer[] =>
  offers.some((offer) => isOld(offer, now)) ? offers.filter((offer) => !isOld(offer, now)) : offers

const isOld = ({ lastAt }: Offer, now: Instant): boolean => plus(lastAt, remembered) < now

/** Whether the button was there from `opening` on, ignoring gaps that people don't notice. */
export const isWhole = (offer: Offer, opening: Instant): boolean =>
  !offer.isBroken && offer.sinceAt <= plus(opening, longestGap)

/**
 * How much of the grace is proven to have passed, ms (law 2b). Time counts while the button is on the page,
 * after the start, and after the last touch of the screen if there was one. Negative before the start.
 */
export const graceUsed = (
  { since, last, lastAt }: Offer,
  { start }: Pick<Booking, 'start'>,
  touchedAt: Instant | undefined,
): number => Math.min(last - since, lastAt - graceBegins(start, touchedAt))

/** When the grace will have passed if the offer continues. */
export const graceEnds = (
  offer: Offer,
  booking: Pick<Booking, 'start'>,
  grace: number,
  touchedAt: Instant | undefined,
): Instant => plus(offer.lastAt, Math.max(grace - graceUsed(offer, booking, touchedAt), 0))

/**
 * A person who touched the screen without checking in is still in front of the door, so the grace begins
 * again at the touch.
 */
const graceBegins = (start: Instant, touchedAt: Instant | undefined): Instant =>
  touchedAt !== undefined && touchedAt > start ? touchedAt : start
