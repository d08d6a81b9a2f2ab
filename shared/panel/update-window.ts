import { isUnderWay } from '../action/action.ts'
import { nextAfter } from '../booking/booking.ts'
import { opensAt } from '../check-in/check-in-at.ts'
import { occupancyAt } from '../occupancy/occupancy-at.ts'
import type { Occupancy } from '../occupancy/occupancy.ts'
import { underWay } from '../reserving/reserving.ts'
import type { PanelRules } from '../snapshot/panel-rules.ts'
import { type Instant, minutes, plus } from '../time/time.ts'
import type { Panel } from './panel.ts'

/**
 * The door is not needed for the next while, so the program may be stopped for an update.
 *
 * - `outOfHours`: the office is closed, and stays closed during the update
 * - `betweenMeetings`: people may be in the office
 */
export type UpdateWindow = 'outOfHours' | 'betweenMeetings'

/** How long the door must stay unneeded: the time of an ordinary update and its trial, ms. */
export const updateWindowLength = minutes(15)

/** A visitor who touched the screen this recently may still stand at the door, ms. */
export const recentTouchMs = minutes(5)

/**
 * The update window at `now`; undefined if the door is needed, or may be. `untouchedFor` is the time since
 * the last touch of the screen, ms.
 */
export function updateWindowAt(
  panel: Panel,
  now: Instant,
  rules: PanelRules,
  untouchedFor: number,
): UpdateWindow | undefined {
  if (untouchedFor < recentTouchMs || isAtWork(panel)) return undefined
  const until = plus(now, updateWindowLength)
  if (isNeeded(panel, now, until, rules)) return undefined
  return !rules.isOpen && rules.intervalEnds >= until ? 'outOfHours' : 'betweenMeetings'
}

/** Whether a person waits for an answer, or an action is on its way. */
export const isAtWork = ({ admin, unsaved, actions, reserving }: Panel): boolean =>
  admin.kind !== 'none' || unsaved.length > 0 || actions.some(isUnderWay) || underWay(reserving) !== undefined

function isNeeded(
  panel: Panel,
  now: Instant,
  until: Instant,
  { freshFor, roomFreshFor, policy }: PanelRules,
): boolean {
  const occupancy = occupancyAt(panel, now, freshFor, policy, roomFreshFor)
  if (!isIdle(occupancy, until)) return true
  const next = nextAfter(panel.reading.schedule?.bookings ?? [], now)
  return occupancy.kind === 'free' && next !== undefined && opensAt(next, policy) < until
}

/** Whether a door in this state is not needed. An unknown state counts as needed. */
function isIdle(occupancy: Occupancy, until: Instant): boolean {
  switch (occupancy.kind) {
    case 'free':
    case 'notSetUp':
      return true
    case 'outOfService':
      return (occupancy.until ?? Infinity) >= until
    case 'unknown':
    case 'checkInOpen':
    case 'awaitingCheckIn':
    case 'inUse':
    case 'reserving':
      return false
  }
}
