import type { Booking } from './booking.ts'
import { checkInsAt, opensAt } from './check-in-at.ts'
import { keptFrom } from './kept.ts'
import { lastWordEnds } from './last-word.ts'
import { releaseAt, restEnds } from './may-release.ts'
import { betweenLooks, longestGap } from './offer.ts'
import { once } from './once.ts'
import type { Panel, Schedule } from './panel.ts'
import { asksForCheckIn, type Policy } from './policy.ts'
import { freshFor, nextReading, nextRoomReading } from './reading-plan.ts'
import { earliest, type Instant, plus } from './time.ts'
import type { View } from './view.ts'

/** When what is shown, or what is to be done, changes next by itself. One timer serves. */
export function nextDeadline(panel: Panel, now: Instant, view: View): Instant | undefined {
  const { schedule } = panel.reading
  const changes = [
    schedule && nextMoment(schedule, view.policy, now),
    schedule && plus(schedule.readAt, freshFor(view.interval) + 1),
    panel.room.outOfService?.until,
    ...lastWordEnds(panel),
    ...checkInDeadlines(panel, now, view),
    view.today.end,
    view.intervalEnds,
  ]
  const readings = [nextReading(panel, view.interval, now, view.policy), nextRoomReading(panel, now)]
  return earliest([...changes.filter((moment) => moment !== undefined && moment > now), ...readings])
}

const nextMoment = (schedule: Schedule, policy: Policy, now: Instant): Instant | undefined =>
  momentsOf(schedule, policy).find((moment) => moment > now)

/** All moments at which a schedule changes what is shown, in their order. */
const momentsOf = once(({ bookings }: Schedule, policy: Policy): readonly Instant[] =>
  bookings
    .flatMap((booking) => [booking.start, booking.end, ...checkInMoments(booking, policy)])
    .toSorted((one, other) => one - other),
)

const checkInMoments = (booking: Booking, policy: Policy): readonly Instant[] =>
  asksForCheckIn(policy)
    ? [opensAt(booking, policy), plus(booking.start, policy.grace), keptFrom(booking, policy)]
    : []

function checkInDeadlines(panel: Panel, now: Instant, { policy }: View): readonly (Instant | undefined)[] {
  if (!asksForCheckIn(policy)) return []
  return [
    ...checkInsAt(panel, policy, now).map((booking) => releaseAt(panel, policy, booking)),
    restEnds(panel),
    ...panel.offers.flatMap(({ lastAt }) => [
      plus(lastAt, betweenLooks),
      plus(lastAt, 2 * betweenLooks),
      plus(lastAt, longestGap + 1),
    ]),
  ]
}
