import { boundariesOf, firstAfter } from './boundaries.ts'
import { checkInsAt } from './check-in-at.ts'
import { lastWordEnds } from './last-word.ts'
import { releaseAt, restEnds } from './may-release.ts'
import { betweenLooks, longestGap } from './offer.ts'
import type { Panel } from './panel.ts'
import { nextReading, nextRoomReading } from './reading-plan.ts'
import { earliest, type Instant, plus } from './time.ts'
import type { View } from './view.ts'

/** When what is shown, or what is to be done, changes next by itself. One timer serves. */
export function nextDeadline(panel: Panel, now: Instant, view: View): Instant | undefined {
  const { schedule } = panel.reading
  const changes = [
    schedule && firstAfter(boundariesOf(schedule.bookings, view.policy).look, now),
    schedule && plus(schedule.readAt, view.freshFor + 1),
    panel.room.outOfService?.until,
    ...lastWordEnds(panel),
    ...checkInDeadlines(panel, now, view),
    view.today.end,
    view.intervalEnds,
  ]
  const readings = [
    nextReading(panel, view.interval, now, view.policy, view.boundaries),
    nextRoomReading(panel, now, view.boundaries),
  ]
  return earliest([...changes.filter((moment) => moment !== undefined && moment > now), ...readings])
}

/** While a release may come, the page is asked again and again whether it can be touched. */
function checkInDeadlines(panel: Panel, now: Instant, { policy }: View): readonly (Instant | undefined)[] {
  if (panel.offers.length === 0) return [restEnds(panel)]
  const ends = checkInsAt(panel, policy, now)
    .filter(({ start }) => start <= now)
    .map((booking) => releaseAt(panel, policy, booking))
    .filter((end) => end !== undefined)
  const looks = panel.offers.flatMap(({ lastAt }) => [
    plus(lastAt, betweenLooks),
    plus(lastAt, 2 * betweenLooks),
    plus(lastAt, longestGap + 1),
  ])
  return [restEnds(panel), ...ends, ...(ends.length > 0 ? looks : [])]
}
