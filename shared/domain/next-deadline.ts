import { boundariesOf, firstAfter } from './boundaries.ts'
import { checkInsAt } from './check-in-at.ts'
import { lastWordEnds } from './last-word.ts'
import { releaseAt, restEnds } from './may-release.ts'
import { betweenLooks, longestGap } from './offer.ts'
import type { Panel } from './panel.ts'
import { nextReading, nextRoomReading } from './reading-plan.ts'
import { earliest, type Instant, plus } from './time.ts'
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
  const changes = [
    schedule && firstAfter(boundariesOf(schedule.bookings, view.policy).look, now),
    schedule && plus(schedule.readAt, view.freshFor + 1),
    panel.room.outOfService?.until,
    ...lastWordEnds(panel),
    restEnds(panel),
    ...(panel.offers.length > 0 ? offerDeadlines(panel, now, view) : []),
    view.today.end,
    view.intervalEnds,
  ]
  return earliest(changes, now)
}

/** While a release may come, the page is asked again and again whether it can be touched. */
function offerDeadlines(panel: Panel, now: Instant, { policy }: View): readonly Instant[] {
  const ends = checkInsAt(panel, policy, now)
    .filter(({ start }) => start <= now)
    .map((booking) => releaseAt(panel, policy, booking))
    .filter((end) => end !== undefined)
  if (ends.length === 0) return []
  const looksAfter = (ms: number): readonly Instant[] => panel.offers.map(({ lastAt }) => plus(lastAt, ms))
  return [
    ...ends,
    ...looksAfter(betweenLooks),
    ...looksAfter(2 * betweenLooks),
    ...looksAfter(longestGap + 1),
  ]
}
