import { lastWordEnds } from '../action/last-word.ts'
import type { Booking } from '../booking/booking.ts'
import { isTapped } from '../check-in/check-in-at.ts'
import { graceEndOf } from '../check-in/offer-of.ts'
import { offerCheckInterval, longestGap } from '../check-in/offer.ts'
import { type BoundariesOf, boundariesOf, firstAfter } from '../reading/boundaries.ts'
import { nextReading } from '../reading/reading-plan.ts'
import { nextRoomReading } from '../reading/room-reading-plan.ts'
import { bookableChangesAt } from '../reserving/bookable-at.ts'
import { awaitedUntil } from '../reserving/reserving.ts'
import { reservingEnds } from '../reserving/reserving-word.ts'
import { releaseAt, restEnds } from '../release/may-release.ts'
import type { Policy } from '../release/policy.ts'
import type { PanelRules } from '../snapshot/panel-rules.ts'
import { earlier, endOfTime, type Instant, instantOf, plus } from '../time/time.ts'
import type { Panel } from './panel.ts'

/** When the panel reads the schedule or the room next without a request by people. */
export const nextAsking = (
  panel: Panel,
  now: Instant,
  rules: PanelRules,
  workOut: BoundariesOf = boundariesOf,
): Instant | undefined => earlier(nextReading(panel, now, rules, workOut), nextRoomReading(panel, now, rules))

/**
 * The next moment at which the picture may change without an event, an action may become due, or the page
 * must confirm its picture. Moments up to `now` don't count.
 */
export function nextChange(
  panel: Panel,
  now: Instant,
  rules: PanelRules,
  workOut: BoundariesOf = boundariesOf,
): Instant | undefined {
  const { schedule } = panel.reading
  const later = unlessOver(now)
  const next = Math.min(
    later(schedule && firstAfter(workOut(schedule.bookings, rules.policy).look, now)),
    later(schedule && plus(schedule.readAt, rules.freshFor + 1)),
    later(panel.roomReading.readAt && plus(panel.roomReading.readAt, rules.roomFreshFor + 1)),
    later(panel.room.outOfService?.from),
    later(panel.room.outOfService?.until),
    ...panel.actions.map((action) => later(lastWordEnds(action))),
    later(reservingEnds(panel.reserving)),
    later(awaitedUntil(panel.reserving)),
    later(bookableChangesAt(panel, now, rules)),
    later(restEnds(panel)),
    nextOfOffers(panel, now, rules, later),
    later(rules.today.end),
    later(rules.intervalEnds),
  )
  return next === endOfTime ? undefined : instantOf(next)
}

/** While an offer lasts, the page must confirm again and again that people can touch it. */
function nextOfOffers(panel: Panel, now: Instant, { policy }: PanelRules, later: UnlessOver): number {
  let next = endOfTime
  for (const { booking: id, lastAt, isBroken } of panel.offers) {
    const booking = isBroken ? undefined : panel.reading.schedule?.bookings.find((one) => one.id === id)
    const end = booking && openUntil(panel, policy, booking, now)
    if (end === undefined) continue
    next = Math.min(next, later(end))
    for (const ms of checksAfterPicture) next = Math.min(next, later(plus(lastAt, ms)))
  }
  return next
}

/**
 * When a booking is released, or could be if no other reason kept it. Undefined if a gap in its offer no
 * longer matters.
 */
function openUntil(panel: Panel, policy: Policy, booking: Booking, now: Instant): Instant | undefined {
  if (isTapped(panel, booking)) return undefined
  const release = releaseAt(panel, policy, booking)
  if (release !== undefined) return release
  const end = graceEndOf(panel, policy, booking)
  return end !== undefined && end > now && now < booking.end ? end : undefined
}

/** After the last picture, ms: two moments to ask for the next one, and one to notice that there was none. */
const checksAfterPicture = [offerCheckInterval, 2 * offerCheckInterval, longestGap + 1]

type UnlessOver = (moment: Instant | undefined) => number

const unlessOver =
  (now: Instant): UnlessOver =>
  (moment) =>
    moment !== undefined && moment > now ? moment : endOfTime
