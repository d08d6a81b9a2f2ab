import { type Look, plainLook } from '../../shared/appearance/appearance.ts'
import { allowanceOf } from '../../shared/budget/allowance.ts'
import { monthAt, type Share, shareAt } from '../../shared/budget/call-ledger.ts'
import { type Configuration, usualCallsPerMonth } from '../../shared/config/configuration.ts'
import { usuallyOffered } from '../../shared/languages/offered.ts'
import { freshFor } from '../../shared/reading/reading-plan.ts'
import { roomFreshFor } from '../../shared/reading/room-reading-plan.ts'
import type { Policy } from '../../shared/release/policy.ts'
import { type BookingRules, noBooking } from '../../shared/reserving/booking-rules.ts'
import type { PanelRules } from '../../shared/snapshot/panel-rules.ts'
import { dayOf, daysAround, type OfficeHours, officeHoursIn } from '../../shared/time/calendar-day.ts'
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
import { createMonthLeft, type OpenInMonth } from './month-left.ts'

/** The panel rules at any moment, by the configuration and the calendar day. */
export type PanelRulesAt = (now: Instant) => PanelRules

export interface PanelRulesParts {
  /** The panel's share of the month's calls. Without it that is the share of the rest of the month. */
  readonly shareOf?: CallCounter['shareOf']
  /**
   * A random number from 0 up to 1: separates this panel's readings from others'. Without it the panel counts
   * as alone.
   */
  readonly random?: () => number
  /** The rules in force, if IT has changed them since the panel began; otherwise the configuration's. */
  readonly policy?: Policy
  /** Remembers the office hours of a month. */
  readonly openInMonth?: OpenInMonth
}

/** The first readings of many panels are spread over this time before the office opens, ms. */
const opening = minutes(10)

export function panelRulesOf(
  configuration: Configuration,
  tablet: TabletSettings,
  { shareOf, random = () => 0, policy = policyOf(configuration), openInMonth }: PanelRulesParts = {},
): PanelRulesAt {
  const { locale, locales, officeHours, privacy, display } = configuration
  const callsPerMonth = callsPerMonthOf(configuration)
  const timeZone = configuration.timeZone ?? tablet.timeZone
  const fixed = {
    locale,
    locales,
    timeZone,
    showTitle: privacy.showTitle,
    showOrganizer: privacy.showOrganizer,
    policy,
    booking: bookingRulesOf(configuration),
  }
  const monthLeft = createMonthLeft(timeZone, officeHours, openInMonth)
  const lead = opening * random()
  const dayAt = daily((now) => {
    const open = officeHoursIn(daysAround(now, timeZone), timeZone, officeHours)
    const today = dayOf(now, timeZone)
    return {
      today,
      office: officeOn(today, timeZone, officeHours),
      open: open.map(({ start, end }) => ({ start: plus(start, -lead), end })),
    }
  })
  const shareNow = (now: Instant): Share => shareOf?.(callsPerMonth) ?? shareAt(undefined, callsPerMonth, now)
  return rememberedWhileValid(shareNow, (now) => {
    const { today, office, open } = dayAt(now)
    const isOpen = open.some((stretch) => contains(stretch, now))
    const { calls, spent, since } = shareNow(now)
    // Named one by one, because V8 is slow when several objects are spread into another.
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
      office,
      freshFor: freshFor(interval, isOpen),
      roomFreshFor: roomFreshFor(roomInterval),
      look: lookOf(display, isOpen),
      isRestartHour: display.nightlyRestart && !isOpen,
      isOpen,
      intervalEnds: firstEdge(open, now) ?? today.end,
    }
  })
}

/**
 * At a door with a hub readings cost no call. How old one may be that proves green is as if this door had the
 * usual calls (docs/fleet.md, "The budget").
 */
const callsPerMonthOf = (configuration: Configuration): number =>
  configuration.hub === undefined ? configuration.budget.callsPerMonth : usualCallsPerMonth

/** The office's hours on a day, be it a working day or not. */
function officeOn(day: Interval, timeZone: string, officeHours: OfficeHours): Interval {
  const parts = officeHoursIn(day, timeZone, { ...officeHours, days: everyDay })
  return { start: parts[0]?.start ?? day.start, end: parts.at(-1)?.end ?? day.end }
}

const everyDay = [1, 2, 3, 4, 5, 6, 7]

/** When the office opens or closes next. */
const firstEdge = (open: readonly Interval[], now: Instant): Instant | undefined =>
  open.flatMap(({ start, end }) => [start, end]).find((moment) => moment > now)

/**
 * The rest of the month changes slowly, and each look asks for the rules many times. A computed answer is
 * kept for this time (ms), or until this number of calls is made. A new month always computes again.
 */
const validFor = { time: minutes(10), calls: 5 }

function rememberedWhileValid(shareNow: (now: Instant) => Share, workOut: PanelRulesAt): PanelRulesAt {
  let last: { readonly rules: PanelRules; readonly time: Interval; readonly spent: number } | undefined
  return (now) => {
    const { spent } = shareNow(now)
    if (last === undefined || !contains(last.time, now) || Math.abs(spent - last.spent) > validFor.calls) {
      const rules = workOut(now)
      const end = Math.min(rules.intervalEnds, now + validFor.time, monthAt(now).end)
      last = { rules, time: { start: now, end: instantOf(end) }, spent }
    }
    return last.rules
  }
}

/** The rules before there is a configuration, from the tablet's own settings. */
export function rulesOfTablet(tablet: TabletSettings): PanelRulesAt {
  const dayAt = daily((now) => ({ today: dayOf(now, tablet.timeZone) }))
  return (now) => {
    const { today } = dayAt(now)
    return {
      ...tablet,
      locales: usuallyOffered,
      today,
      office: today,
      showTitle: false,
      showOrganizer: false,
      policy: noPolicy,
      booking: noBooking,
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

const bookingRulesOf = ({ booking }: Configuration): BookingRules => ({
  who: booking.who,
  lengths: booking.lengthsMinutes.map(minutes).toSorted((one, other) => one - other),
  longest: minutes(booking.longestMinutes),
  longestOfDay: hours(booking.hoursPerDay),
  extensions: booking.extensions,
  longestExtension: minutes(booking.extensionMinutes),
  mostLater: booking.laterBookings,
})

const lookOf = (display: Configuration['display'], isOpen: boolean): Look => ({
  theme: display.theme,
  hourCycle: display.hourCycle,
  colors: display.colors,
  hasLogo: display.logo !== undefined,
  hasBackground: display.background !== undefined,
  isQuiet: display.dimOutsideOfficeHours && !isOpen,
})

/** The door asks for no check-ins. */
const noPolicy: Policy = { mode: 'off', opensBefore: 0, grace: 0, exemptFrom: 0, exempt: [], follower: false }

/** Computes each day once, and not at each look: computing with time zones is slow. */
function daily<Day extends { readonly today: Interval }>(
  workOut: (now: Instant) => Day,
): (now: Instant) => Day {
  let day: Day | undefined
  return (now) => {
    if (day === undefined || !contains(day.today, now)) day = workOut(now)
    return day
  }
}
