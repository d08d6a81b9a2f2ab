import { dayOf, officeHoursOn, officeHoursPerWeek } from '../../shared/calendar-day.ts'
import type { Configuration, Locale } from '../../shared/config/configuration.ts'
import { readingInterval } from '../../shared/domain/reading-plan.ts'
import type { View } from '../../shared/domain/snapshot-of.ts'
import { days, holds, type Instant, type Interval } from '../../shared/domain/time.ts'

/** What of the configuration and the calendar day shapes the picture at one moment. */
export type ViewAt = (now: Instant) => View

/** What the tablet itself is set to; the configuration goes before it. */
export interface TabletView {
  readonly locale: Locale
  readonly timeZone: string
}

export function viewOf(configuration: Configuration, tablet: TabletView): ViewAt {
  const { locale, officeHours, budget, privacy } = configuration
  const timeZone = configuration.timeZone ?? tablet.timeZone
  const pace = { ...budget, officeHoursPerWeek: officeHoursPerWeek(officeHours) }
  const dayAt = daily((now) => ({
    today: dayOf(now, timeZone),
    office: officeHoursOn(now, timeZone, officeHours),
  }))
  return (now) => {
    const { today, office } = dayAt(now)
    const interval = readingInterval(pace, office !== undefined && holds(office, now))
    return { locale, timeZone, showOrganizer: privacy.showOrganizer, today, interval }
  }
}

/** Before there is a configuration the tablet's own settings have to do. */
export function viewOfTablet(tablet: TabletView): ViewAt {
  const dayAt = daily((now) => ({ today: dayOf(now, tablet.timeZone) }))
  return (now) => ({ ...tablet, ...dayAt(now), showOrganizer: false, interval: days(1) })
}

/** Works a day out once, and not at each look: time zones are slow. */
function daily<Day extends { readonly today: Interval }>(
  workOut: (now: Instant) => Day,
): (now: Instant) => Day {
  let day: Day | undefined
  return (now) => {
    if (day === undefined || !holds(day.today, now)) day = workOut(now)
    return day
  }
}
