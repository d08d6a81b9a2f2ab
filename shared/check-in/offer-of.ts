import type { Booking, BookingId } from '../booking/booking.ts'
import { checkInsOf, type Panel } from '../panel/panel.ts'
import { asksForCheckIn, isExempt, type Policy, rulesFor } from '../release/policy.ts'
import type { Moment } from '../time/moment.ts'
import { type Instant, plus } from '../time/time.ts'
import { isTapped, opensAt } from './check-in-at.ts'
import { type CheckIn, presumedIn } from './check-in.ts'
import { graceEnds, graceUsed, isAlive, isWhole, longestGap, type Offer } from './offer.ts'

/** The offer of this booking, if the button was on the page from the opening on without a gap (law 2b). */
export function wholeOffer(panel: Panel, policy: Policy, booking: Booking): Offer | undefined {
  const offer = panel.offers.find((one) => one.booking === booking.id)
  return offer !== undefined && isWhole(offer, openingOf(panel, policy, booking)) ? offer : undefined
}

/** When the grace of this booking ends if its offer continues; undefined if it has no offer without a gap. */
export function graceEndOf(panel: Panel, policy: Policy, booking: Booking): Instant | undefined {
  const offer = wholeOffer(panel, policy, booking)
  return offer && graceEnds(offer, booking, rulesFor(policy, booking).grace, panel.touchedAt)
}

/**
 * Whether a booking was first listed after its start. A person who books from inside the room does not come
 * to the door.
 */
export function isBookedAfterStart(panel: Panel, { id, start }: Booking): boolean {
  const listedAt = firstListed(panel, id)
  return listedAt !== undefined && listedAt >= start
}

/**
 * When a booking was first listed; undefined if an earlier panel or an earlier reading may have listed it.
 */
const firstListed = ({ reading, isFirstStart }: Panel, id: BookingId): Instant | undefined =>
  reading.listed?.get(id) ?? (isFirstStart ? reading.firstAt : undefined)

/**
 * When the offer must have begun: when check-in opened, or when the booking was first listed if that was
 * later.
 */
function openingOf(panel: Panel, policy: Policy, booking: Booking): Instant {
  const [opens, listedAt] = [opensAt(booking, policy), firstListed(panel, booking.id)]
  return listedAt !== undefined && listedAt > opens ? listedAt : opens
}

/**
 * Presumed check-ins for the bookings for which people may have come by `now` without finding a button, and
 * which have no check-in yet. They survive a restart, and follow a booking that is moved.
 */
export function presumptionsAt(panel: Panel, policy: Policy, moment: Moment): readonly CheckIn[] {
  // Before the journal is read, the panel can't know whether another panel ran here before it.
  if (panel.journal.kind === 'unread') return []
  const { now } = moment
  const open = (panel.reading.schedule?.bookings ?? []).filter(
    (booking) =>
      opensAt(booking, policy) <= now && now < booking.end && hasGap(panel, policy, booking, moment),
  )
  if (open.length === 0) return []
  const known = new Set(checkInsOf(panel).map(({ booking }) => booking))
  return open.filter(({ id }) => !known.has(id)).map((booking) => presumedIn(booking, now))
}

function hasGap(panel: Panel, policy: Policy, booking: Booking, { now, elapsed }: Moment): boolean {
  const rules = rulesFor(policy, booking)
  if (!asksForCheckIn(rules) || isExempt(booking, policy) || isTapped(panel, booking)) return false
  if (isBookedAfterStart(panel, booking)) return true
  const offer = panel.offers.find((one) => one.booking === booking.id)
  const opening = openingOf(panel, policy, booking)
  if (offer === undefined) return now > plus(opening, longestGap)
  if (!isWhole(offer, opening)) return true
  return !isAlive(offer, elapsed) && graceUsed(offer, booking, panel.touchedAt) < rules.grace
}
