import { dayOf, officeHoursOn, officeHoursPerWeek } from '../../shared/calendar-day.ts'
import type { Configuration } from '../../shared/config/configuration.ts'
import { type Look, plainLook } from '../../shared/domain/appearance.ts'
import { readingInterval } from '../../shared/domain/reading-plan.ts'
import type { Policy } from '../../shared/domain/policy.ts'
import type { View } from '../../shared/domain/view.ts'
import { days, holds, hours, type Instant, type Interval, minutes } from '../../shared/domain/time.ts'
import type { TabletSettings } from '../ports.ts'

/** The view at any moment, by the configuration and the calendar day. */
export type ViewAt = (now: Instant) => View

export function viewOf(configuration: Configuration, tablet: TabletSettings): ViewAt {
  const { locale, officeHours, budget, privacy, display } = configuration
  const timeZone = configuration.timeZone ?? tablet.timeZone
  const pace = { ...budget, officeHoursPerWeek: officeHoursPerWeek(officeHours) }
  const fixed = { locale, timeZone, showOrganizer: privacy.showOrganizer, policy: policyOf(configuration) }
  const dayAt = daily((now) => ({
    today: dayOf(now, timeZone),
    office: officeHoursOn(now, timeZone, officeHours),
  }))
  return whileItHolds((now) => {
    const { today, office } = dayAt(now)
    const isOpen = office !== undefined && holds(office, now)
    const intervalEnds = [office?.start, office?.end].find((moment) => moment !== undefined && moment > now)
    return {
      ...fixed,
      today,
      look: lookOf(display, isOpen),
      interval: readingInterval(pace, isOpen),
      intervalEnds: intervalEnds ?? today.end,
    }
  })
}

/** The view is asked for many times at each look, and the same from one end of an interval to the next. */
function whileItHolds(workOut: ViewAt): ViewAt {
  let last: { readonly view: View; readonly since: Instant } | undefined
  return (now) => {
    if (last === undefined || now < last.since || now >= last.view.intervalEnds)
      last = { view: workOut(now), since: now }
    return last.view
  }
}

/** Before there is a configuration the tablet's own settings have to do. */
export function viewOfTablet(tablet: TabletSettings): ViewAt {
  const dayAt = daily((now) => ({ today: dayOf(now, tablet.timeZone) }))
  return (now) => {
    const { today } = dayAt(now)
    return {
      ...tablet,
      today,
      showOrganizer: false,
      policy: noPolicy,
      look: plainLook,
      interval: days(1),
      intervalEnds: today.end,
    }
  }
}

export const policyOf = ({ checkIn, follower }: Configuration): Policy => ({
  mode: checkIn.mode,
  opensBefore: minutes(checkIn.opensMinutesBefore),
  grace: minutes(checkIn.graceMinutes),
  exemptFrom: hours(checkIn.exemptHours),
  exempt: checkIn.exempt,
  follower,
})

const lookOf = (display: Configuration['display'], isOpen: boolean): Look => ({
  theme: display.theme,
  colors: display.colors,
  hasLogo: display.logo !== undefined,
  hasBackground: display.background !== undefined,
  isQuiet: display.dimOutsideOfficeHours && !isOpen,
})

/** Nobody is asked for anything. */
const noPolicy: Policy = { mode: 'off', opensBefore: 0, grace: 0, exemptFrom: 0, exempt: [], follower: false }

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
