import { dayOf, daysAround, officeHoursIn } from '../../../shared/calendar-day.ts'
import type { Configuration } from '../../../shared/config/configuration.ts'
import { holds, instantOf, type Interval, minutes } from '../../../shared/domain/time.ts'
import { type Around, holdsThroughout } from './around.ts'

/** Law 4, as docs/adr/0010 has it: green is never older than this, in office hours and outside of them. Ms. */
const inOfficeHours = minutes(15)
const outside = minutes(31)

/** How old the data may be that a green door rests on, at a moment that its clock may take for another. */
export type OldestGreen = (around: Around) => number

export function oldestGreenBy({ officeHours }: Configuration, timeZone: string): OldestGreen {
  let day: { readonly today: Interval; readonly office: readonly Interval[] } | undefined
  return (around) => {
    const now = instantOf(around.now)
    if (day === undefined || !holds(day.today, now))
      day = {
        today: dayOf(now, timeZone),
        office: officeHoursIn(daysAround(now, timeZone), timeZone, officeHours),
      }
    return day.office.some((open) => holdsThroughout(open, around)) ? inOfficeHours : outside
  }
}
