import { Temporal } from 'temporal-polyfill'
import { hours, type Instant, instantOf, type Interval, minutes, plus } from './domain/time.ts'

/** The day that holds `moment` in `timeZone`, midnight to midnight: 23 or 25 hours long when the clocks change. */
export function dayOf(moment: Instant, timeZone: string): Interval {
  const start = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone).startOfDay()
  return {
    start: instantOf(start.epochMilliseconds),
    end: instantOf(start.add({ days: 1 }).startOfDay().epochMilliseconds),
  }
}

/** The day that holds `moment`, with the days before and after it: three days, which is as far as a reading should reach. */
export function daysAround(moment: Instant, timeZone: string): Interval {
  const today = dayOf(moment, timeZone)
  const dayBefore = dayOf(plus(today.start, -minutes(1)), timeZone)
  const dayAfter = dayOf(today.end, timeZone)
  return { start: dayBefore.start, end: dayAfter.end }
}

/** The hours in which the office works: `from` and `to` as `08:00`, days from 1 (Monday) to 7. */
export interface OfficeHours {
  readonly from: string
  readonly to: string
  readonly days: readonly number[]
}

export function isOfficeTime(moment: Instant, timeZone: string, office: OfficeHours): boolean {
  const local = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone)
  const minute = local.hour * 60 + local.minute
  return (
    office.days.includes(local.dayOfWeek) &&
    minutesOfDay(office.from) <= minute &&
    minute < minutesOfDay(office.to)
  )
}

/** Hours, with their fraction. */
export function officeHoursPerWeek(office: OfficeHours): number {
  const perDay = Math.max(minutesOfDay(office.to) - minutesOfDay(office.from), 0) * minutes(1)
  return (perDay * new Set(office.days).size) / hours(1)
}

function minutesOfDay(timeOfDay: string): number {
  const [hour = '0', minute = '0'] = timeOfDay.split(':')
  return Number(hour) * 60 + Number(minute)
}
