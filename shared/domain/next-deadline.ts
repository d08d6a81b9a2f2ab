import { boundariesOf, firstAfter } from './boundaries.ts'
import { checkInsAt } from './check-in-at.ts'
import { lastWordEnds } from './last-word.ts'
import { releaseAt, restEnds } from './may-release.ts'
import { betweenLooks, longestGap } from './offer.ts'
import type { Panel } from './panel.ts'
import { nextReading, nextRoomReading } from './reading-plan.ts'
import { earliest, earliestAfter, type Instant, plus } from './time.ts'
import type { View } from './view.ts'

/** When the calendar is asked next by itself. */
export const nextAsking = (panel: Panel, now: Instant, view: View): Instant | undefined =>
  earliest([
    nextReading(panel, view.interval, now, view.policy, view.boundaries),
    nextRoomReading(panel, now, view.boundaries),
  ])

/**
 * When what is shown, or what is to be done, changes next by itself, or the page is asked again what it shows. What is over by
 * `now` changes no more.
 */
export function nextChange(panel: Panel, now: Instant, view: View): Instant | undefined {
  const { schedule } = panel.reading
  return earliestAfter(now, [
    schedule && firstAfter(boundariesOf(schedule.bookings, view.policy).look, now),
    schedule && plus(schedule.readAt, view.freshFor + 1),
    panel.room.outOfService?.until,
    earliestAfter(now, lastWordEnds(panel)),
    restEnds(panel),
    panel.offers.length > 0 ? nextOfferDeadline(panel, now, view) : undefined,
    view.today.end,
    view.intervalEnds,
  ])
}

/** While a release may come, the page is asked again and again whether it can be touched. */
function nextOfferDeadline(panel: Panel, now: Instant, { policy }: View): Instant | undefined {
  const ends = checkInsAt(panel, policy, now)
    .filter(({ start }) => start <= now)
    .map((booking) => releaseAt(panel, policy, booking))
    .filter((end) => end !== undefined)
  if (ends.length === 0) return undefined
  const looks = panel.offers.flatMap(({ lastAt }) => [
    plus(lastAt, betweenLooks),
    plus(lastAt, 2 * betweenLooks),
    plus(lastAt, longestGap + 1),
  ])
  return earliest([earliestAfter(now, ends), earliestAfter(now, looks)])
}
