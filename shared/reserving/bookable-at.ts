import { occupancyAt } from '../occupancy/occupancy-at.ts'
import type { Panel } from '../panel/panel.ts'
import type { PanelRules } from '../snapshot/panel-rules.ts'
import { type Instant, minutes, plus } from '../time/time.ts'
import { type BookableLength, bookableLengths, fullMinute } from './bookable-lengths.ts'
import { bookedIn } from './reserving.ts'

/** The lengths that the door offers now. Only a proven free room can be booked. */
export function offeredLengths(panel: Panel, now: Instant, rules: PanelRules): readonly BookableLength[] {
  if (rules.booking.who === 'off' || panel.reserving.limits === undefined) return noLengths
  const { kind } = occupancyAt(panel, now, rules.freshFor, rules.policy, rules.roomFreshFor)
  return kind === 'free' ? lengthsIn(panel, now, rules) : noLengths
}

const noLengths: readonly BookableLength[] = []

/**
 * When the offered lengths change next without an event: start and ends move with the minutes, and the limits
 * stay.
 */
export function lengthsChangeAt(panel: Panel, now: Instant, rules: PanelRules): Instant | undefined {
  return offeredLengths(panel, now, rules).length > 0 ? plus(fullMinute(now), minutes(1)) : undefined
}

/** The lengths that the last reading and the rules allow. */
export function lengthsIn(panel: Panel, now: Instant, rules: PanelRules): readonly BookableLength[] {
  const { schedule } = panel.reading
  const { limits } = panel.reserving
  if (schedule === undefined || limits === undefined || schedule.hasUnplaced) return noLengths
  return bookableLengths(
    {
      schedule,
      room: panel.room,
      rules: rules.booking,
      limits,
      bookedOfDay: bookedIn(panel.reserving, rules.today),
      today: rules.today,
    },
    now,
  )
}
