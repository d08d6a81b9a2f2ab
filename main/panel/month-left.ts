import { officeHoursIn, type OfficeHours } from '../../shared/calendar-day.ts'
import type { CallBudget } from '../../shared/domain/allowance.ts'
import { monthAt } from '../../shared/domain/call-ledger.ts'
import { holds, type Instant, type Interval } from '../../shared/domain/time.ts'

/** What of the month is still to come at a moment. */
export type MonthLeft = (now: Instant) => Pick<CallBudget, 'officeLeft' | 'otherLeft' | 'shareLeft'>

/** Works a month out once, and not at each look: time zones are slow. */
export function createMonthLeft(timeZone: string, officeHours: OfficeHours): MonthLeft {
  let known: { readonly month: Interval; readonly office: readonly Interval[] } | undefined
  return (now) => {
    if (known === undefined || !holds(known.month, now)) {
      const month = monthAt(now)
      known = { month, office: officeHoursIn(month, timeZone, officeHours) }
    }
    const { month, office } = known
    const left = month.end - now
    const officeLeft = office.reduce(
      (sum, { start, end }) => sum + Math.max(end - Math.max(start, now), 0),
      0,
    )
    return { officeLeft, otherLeft: left - officeLeft, shareLeft: left / (month.end - month.start) }
  }
}
