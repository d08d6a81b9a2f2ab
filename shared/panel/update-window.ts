import { nextAfter } from '../booking/booking.ts'
import { opensAt } from '../check-in/check-in-at.ts'
import { occupancyAt } from '../occupancy/occupancy-at.ts'
import type { Occupancy } from '../occupancy/occupancy.ts'
import type { PanelRules } from '../snapshot/panel-rules.ts'
import { type Instant, minutes, plus } from '../time/time.ts'
import type { Panel } from './panel.ts'

/**
 * Nobody needs the door for the next while, so that whoever updates the program may take it away.
 *
 * - `outOfHours`: and the office stays closed meanwhile
 * - `betweenMeetings`: but people are about
 */
export type UpdateWindow = 'outOfHours' | 'betweenMeetings'

/** For so long, ms: as an ordinary update and its trial take together. */
export const updateWindowLength = minutes(15)

/** Who touched the door lately may still stand there, ms. */
export const leftAlone = minutes(5)

/** `untouchedFor`: how long ago somebody touched the screen, ms. Nothing, if the door is needed, or may be. */
export function updateWindowAt(
  panel: Panel,
  now: Instant,
  rules: PanelRules,
  untouchedFor: number,
): UpdateWindow | undefined {
  if (untouchedFor < leftAlone || isAtWork(panel)) return undefined
  const until = plus(now, updateWindowLength)
  if (isNeeded(panel, now, until, rules)) return undefined
  return !rules.isOpen && rules.intervalEnds >= until ? 'outOfHours' : 'betweenMeetings'
}

/** Whether somebody waits for an answer, or something is on its way. */
const isAtWork = ({ admin, unsaved, checkingIn, releasing, ending }: Panel): boolean =>
  admin.kind !== 'none' ||
  unsaved.length > 0 ||
  checkingIn.kind === 'checkingIn' ||
  releasing.kind === 'releasing' ||
  ending.kind === 'ending'

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

/** Whether a door that shows this is of use to nobody. What is not known is not idle. */
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
      return false
  }
}
