import { Temporal } from 'temporal-polyfill'
import { type Instant, instantOf, type Interval, minutes, plus } from './domain/time.ts'

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

/** The office's hours on all days of a stretch, as far as they lie in it. */
export function officeHoursIn(stretch: Interval, timeZone: string, office: OfficeHours): readonly Interval[] {
  const found: Interval[] = []
  for (let day = dayOf(stretch.start, timeZone); day.start < stretch.end; day = dayOf(day.end, timeZone)) {
    const hours = officeHoursOn(day.start, timeZone, office)
    const part = hours && partWithin(hours, stretch)
    if (part && part.start < part.end) found.push(part)
  }
  return found
}

const partWithin = (one: Interval, other: Interval): Interval => ({
  start: one.start > other.start ? one.start : other.start,
  end: one.end < other.end ? one.end : other.end,
})

const plainTime = (timeOfDay: string): Temporal.PlainTime => Temporal.PlainTime.from(timeOfDay)
