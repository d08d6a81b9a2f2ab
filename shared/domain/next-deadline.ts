import { checkInsAt, opensAt } from './check-in-at.ts'
import { keptFrom } from './kept.ts'
import { lastWordEnds } from './last-word.ts'
import { releaseAt, restEnds } from './may-release.ts'
import { betweenLooks, longestGap } from './offer.ts'
import type { Panel } from './panel.ts'
import { asksForCheckIn } from './policy.ts'
import { nextReading, nextRoomReading } from './reading-plan.ts'
import { earliest, type Instant, plus } from './time.ts'
import type { View } from './view.ts'

/** When what is shown, or what is to be done, changes next by itself. One timer serves. */
export function nextDeadline(panel: Panel, now: Instant, view: View): Instant | undefined {
  const { schedule } = panel.reading
  const changes = [
    ...(schedule?.bookings ?? []).flatMap((booking) => [booking.start, booking.end]),
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

function checkInDeadlines(panel: Panel, now: Instant, { policy }: View): readonly (Instant | undefined)[] {
  const bookings = panel.reading.schedule?.bookings ?? []
  if (!asksForCheckIn(policy)) return []
  return [
    ...bookings.flatMap((booking) => [
      opensAt(booking, policy),
      plus(booking.start, policy.grace),
      keptFrom(booking, policy),
    ]),
    ...checkInsAt(panel, policy, now).map((booking) => releaseAt(panel, policy, booking)),
    restEnds(panel),
    ...panel.offers.flatMap(({ lastAt }) => [
      plus(lastAt, betweenLooks),
      plus(lastAt, 2 * betweenLooks),
      plus(lastAt, longestGap + 1),
    ]),
  ]
}
