import { isUnderWay } from '../action/action.ts'
import { nextAfter, runningAt } from '../booking/booking.ts'
import { opensAt } from '../check-in/check-in-at.ts'
import { underWay } from '../reserving/reserving.ts'
import type { PanelRules } from '../snapshot/panel-rules.ts'
import { hours, type Instant, minutes, plus } from '../time/time.ts'
import type { Panel } from './panel.ts'

/** Longer than a night and shorter than a day: once in each night, ms. */
const restartEvery = hours(14)
/** The page must be there again before people arrive early for a meeting. */
const leadTime = minutes(15)

/**
 * Whether a page that was loaded `age` ms ago may be reloaded now: outside office hours, with no action open
 * and no meeting near.
 */
export const mayRestartPage = (panel: Panel, now: Instant, rules: PanelRules, age: number): boolean =>
  rules.isRestartHour && age >= restartEvery && !isNeeded(panel) && !isMeetingNear(panel, now, rules)

const isNeeded = ({ admin, actions, reserving }: Panel): boolean =>
  admin.kind !== 'none' || actions.some(isUnderWay) || underWay(reserving) !== undefined

function isMeetingNear({ reading }: Panel, now: Instant, { policy }: PanelRules): boolean {
  const bookings = reading.schedule?.bookings ?? []
  const next = nextAfter(bookings, now)
  return (
    runningAt(bookings, now) !== undefined ||
    (next !== undefined && opensAt(next, policy) <= plus(now, leadTime))
  )
}
