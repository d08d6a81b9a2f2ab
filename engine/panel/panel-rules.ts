import { type Look, plainLook } from '../../shared/appearance/appearance.ts'
import { allowanceOf } from '../../shared/budget/allowance.ts'
import { monthAt, type Share, shareAt } from '../../shared/budget/call-ledger.ts'
import type { Configuration } from '../../shared/config/configuration.ts'
import { usuallyOffered } from '../../shared/languages/offered.ts'
import { freshFor } from '../../shared/reading/reading-plan.ts'
import { roomFreshFor } from '../../shared/reading/room-reading-plan.ts'
import type { Policy } from '../../shared/release/policy.ts'
import type { PanelRules } from '../../shared/snapshot/panel-rules.ts'
import { dayOf, daysAround, officeHoursIn } from '../../shared/time/calendar-day.ts'
import {
  days,
  contains,
  hours,
  type Instant,
  instantOf,
  type Interval,
  minutes,
  plus,
} from '../../shared/time/time.ts'
import type { CallCounter, TabletSettings } from '../ports.ts'
import { createMonthLeft } from './month-left.ts'

/** The panel rules at any moment, by the configuration and the calendar day. */
export type PanelRulesAt = (now: Instant) => PanelRules

export interface PanelRulesParts {
  /** What of the month's calls is this panel's. Without it that is what the rest of the month is worth. */
  readonly shareOf?: CallCounter['shareOf']
  /** Parts this panel from others; without it it is alone. */
  readonly random?: () => number
  /** The rules in force, where IT has changed them since the panel began; otherwise those of the configuration. */
  readonly policy?: Policy
}

/** The readings of an office that opens are spread over this time before it, ms. */
const opening = minutes(10)

export function panelRulesOf(
  configuration: Configuration,
  tablet: TabletSettings,
  { shareOf, random = () => 0, policy = policyOf(configuration) }: PanelRulesParts = {},
): PanelRulesAt {
  const { locale, locales, officeHours, budget, privacy, display } = configuration
  const timeZone = configuration.timeZone ?? tablet.timeZone
  const fixed = {
    locale,
    locales,
    timeZone,
    showTitle: privacy.showTitle,
    showOrganizer: privacy.showOrganizer,
    policy,
  }
  const monthLeft = createMonthLeft(timeZone, officeHours)
  const lead = opening * random()
  const dayAt = daily((now) => {
    const open = officeHoursIn(daysAround(now, timeZone), timeZone, officeHours)
    return {
      today: dayOf(now, timeZone),
      open: open.map(({ start, end }) => ({ start: plus(start, -lead), end })),
    }
  })
  const shareNow = (now: Instant): Share =>
    shareOf?.(budget.callsPerMonth) ?? shareAt(undefined, budget.callsPerMonth, now)
  return whileItHolds(shareNow, (now) => {
    const { today, open } = dayAt(now)
    const isOpen = open.some((stretch) => contains(stretch, now))
    const { calls, spent, since } = shareNow(now)
    // Named one by one: V8 takes its slow path where more than one object is spread into another.
    const { officeLeft, otherLeft } = monthLeft(now)
    const shareLeft = (officeLeft + otherLeft) / (monthAt(now).end - since)
    const left = { calls, spent, officeLeft, otherLeft, shareLeft }
    const { interval, roomInterval, boundaries, touches } = allowanceOf(left, isOpen)
    return {
      ...fixed,
      interval,
      roomInterval,
      boundaries,
      touches,
      today,
      freshFor: freshFor(interval, isOpen),
      roomFreshFor: roomFreshFor(roomInterval),
      look: lookOf(display, isOpen),
      isRestartHour: display.nightlyRestart && !isOpen,
      isOpen,
      intervalEnds: firstEdge(open, now) ?? today.end,
    }
  })
}

/** When the office opens or closes next. */
const firstEdge = (open: readonly Interval[], now: Instant): Instant | undefined =>
  open.flatMap(({ start, end }) => [start, end]).find((moment) => moment > now)

/**
 * What is left of the month changes slowly, and the rules is asked for many times at each look: they hold for so long (ms), or until
 * so many calls are made. A new month has all of its calls at once.
 */
const holdsFor = { time: minutes(10), calls: 5 }

function whileItHolds(shareNow: (now: Instant) => Share, workOut: PanelRulesAt): PanelRulesAt {
  let last: { readonly rules: PanelRules; readonly time: Interval; readonly spent: number } | undefined
  return (now) => {
    const { spent } = shareNow(now)
    if (last === undefined || !contains(last.time, now) || Math.abs(spent - last.spent) > holdsFor.calls) {
      const rules = workOut(now)
      const end = Math.min(rules.intervalEnds, now + holdsFor.time, monthAt(now).end)
      last = { rules, time: { start: now, end: instantOf(end) }, spent }
    }
    return last.rules
  }
}

/** Before there is a configuration the tablet's own settings have to do. */
export function rulesOfTablet(tablet: TabletSettings): PanelRulesAt {
  const dayAt = daily((now) => ({ today: dayOf(now, tablet.timeZone) }))
  return (now) => {
    const { today } = dayAt(now)
    return {
      ...tablet,
      locales: usuallyOffered,
      today,
      showTitle: false,
      showOrganizer: false,
      policy: noPolicy,
      look: plainLook,
      isRestartHour: false,
      interval: days(1),
      roomInterval: days(1),
      boundaries: 'none',
      touches: 'least',
      freshFor: 0,
      roomFreshFor: 0,
      isOpen: false,
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
  hourCycle: display.hourCycle,
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
    if (day === undefined || !contains(day.today, now)) day = workOut(now)
    return day
  }
}
