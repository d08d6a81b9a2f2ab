import { dayOf, officeHoursOn, officeHoursPerWeek } from '../../shared/calendar-day.ts'
import type { Configuration } from '../../shared/config/configuration.ts'
import { readingInterval } from '../../shared/domain/reading-plan.ts'
import type { View } from '../../shared/domain/snapshot-of.ts'
import { days, holds, type Instant, type Interval } from '../../shared/domain/time.ts'
import type { TabletSettings } from '../ports.ts'

/** The view at any moment, by the configuration and the calendar day. */
export type ViewAt = (now: Instant) => View

export function viewOf(configuration: Configuration, tablet: TabletSettings): ViewAt {
  const { locale, officeHours, budget, privacy } = configuration
  const timeZone = configuration.timeZone ?? tablet.timeZone
  const pace = { ...budget, officeHoursPerWeek: officeHoursPerWeek(officeHours) }
  const fixed = { locale, timeZone, showOrganizer: privacy.showOrganizer }
  const dayAt = daily((now) => ({
    today: dayOf(now, timeZone),
    office: officeHoursOn(now, timeZone, officeHours),
  }))
  return (now) => {
    const { today, office } = dayAt(now)
    const isOpen = office !== undefined && holds(office, now)
    const intervalEnds = [office?.start, office?.end].find((moment) => moment !== undefined && moment > now)
    return {
      ...fixed,
      today,
      interval: readingInterval(pace, isOpen),
      intervalEnds: intervalEnds ?? today.end,
    }
  }
}

/** Before there is a configuration the tablet's own settings have to do. */
export function viewOfTablet(tablet: TabletSettings): ViewAt {
  const dayAt = daily((now) => ({ today: dayOf(now, tablet.timeZone) }))
  return (now) => {
    const { today } = dayAt(now)
    return { ...tablet, today, showOrganizer: false, interval: days(1), intervalEnds: today.end }
  }
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
