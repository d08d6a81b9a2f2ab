import { Temporal } from 'temporal-polyfill'
import { hours, type Instant, instantOf, type Interval, minutes } from './domain/time.ts'

/** The day that holds `moment` in `timeZone`, midnight to midnight: 23 or 25 hours long when the clocks change. */
export function dayOf(moment: Instant, timeZone: string): Interval {
  const date = dateOf(moment, timeZone)
  return { start: midnightOf(date, timeZone), end: midnightOf(date.add({ days: 1 }), timeZone) }
}

/** The day that holds `moment`, with the days before and after it: three days, which is as far as a reading should reach. */
export function daysAround(moment: Instant, timeZone: string): Interval {
  const date = dateOf(moment, timeZone)
  return {
    start: midnightOf(date.subtract({ days: 1 }), timeZone),
    end: midnightOf(date.add({ days: 2 }), timeZone),
  }
}

const dateOf = (moment: Instant, timeZone: string): Temporal.PlainDate =>
  Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone).toPlainDate()

/** The first moment of a date: some zones change their clocks at midnight. */
const midnightOf = (date: Temporal.PlainDate, timeZone: string): Instant =>
  instantOf(date.toZonedDateTime(timeZone).epochMilliseconds)

/** The hours in which the office works: `from` and `to` as `08:00`, days from 1 (Monday) to 7. */
export interface OfficeHours {
  readonly from: string
  readonly to: string
  readonly days: readonly number[]
}

/** The office's hours on the day that holds `moment`, if it works on that day. */
export function officeHoursOn(moment: Instant, timeZone: string, office: OfficeHours): Interval | undefined {
  const local = Temporal.Instant.fromEpochMilliseconds(moment).toZonedDateTimeISO(timeZone)
  if (!office.days.includes(local.dayOfWeek)) return undefined
  const timeOn = (timeOfDay: string): Instant =>
    instantOf(local.startOfDay().withPlainTime(plainTime(timeOfDay)).epochMilliseconds)
  // Midnight at the end of the day is the start of the next.
  const end = office.to === '24:00' ? dayOf(moment, timeZone).end : timeOn(office.to)
  return { start: timeOn(office.from), end }
}

const plainTime = (timeOfDay: string): Temporal.PlainTime => Temporal.PlainTime.from(timeOfDay)

/** Hours, with their fraction. */
export function officeHoursPerWeek(office: OfficeHours): number {
  const perDay = Math.max(minutesOfDay(office.to) - minutesOfDay(office.from), 0) * minutes(1)
  return (perDay * new Set(office.days).size) / hours(1)
}

function minutesOfDay(timeOfDay: string): number {
  const [hour = '0', minute = '0'] = timeOfDay.split(':')
  return Number(hour) * 60 + Number(minute)
}
