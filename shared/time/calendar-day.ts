import { Temporal } from 'temporal-polyfill'
import { type Instant, instantOf, type Interval } from './time.ts'

/**
 * The day that holds `moment` in `timeZone`, from midnight to midnight: 23 or 25 hours long when the clocks
 * change.
 */
export function dayOf(moment: Instant, timeZone: string): Interval {
  const date = dateOf(moment, timeZone)
  return { start: midnightOf(date, timeZone), end: midnightOf(date.add({ days: 1 }), timeZone) }
}

/**
 * The day that holds `moment`, with the day before and the day after: the most that one reading should cover.
 */
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

/**
 * The office's working hours: `from` and `to` as `08:00`, days from 1 (Monday) to 7. A `to` that is not later
 * than `from` is on the next day: a night shift belongs to the day on which it begins.
 */
export interface OfficeHours {
  readonly from: string
  readonly to: string
  readonly days: readonly number[]
}

/** The office hours within `stretch`, in order, those of a night shift from the day before included. */
export function officeHoursIn(stretch: Interval, timeZone: string, office: OfficeHours): readonly Interval[] {
  const found: Interval[] = []
  const hoursOn = hoursIn(timeZone, office)
  const last = dateOf(stretch.end, timeZone)
  const first = dateOf(stretch.start, timeZone).subtract({ days: 1 })
  for (let date = first; !isAfter(date, last); date = date.add({ days: 1 })) {
    if (!office.days.includes(date.dayOfWeek)) continue
    const part = partWithin(hoursOn(date), stretch)
    if (part.start < part.end) found.push(part)
  }
  return found
}

/**
 * Returns a function that gives a working day's office hours. The times are parsed once, for all days of a
 * month.
 */
function hoursIn(timeZone: string, { from, to }: OfficeHours): (date: Temporal.PlainDate) => Interval {
  const opens = Temporal.PlainTime.from(from)
  const closes = to === '24:00' ? Temporal.PlainTime.from('00:00') : Temporal.PlainTime.from(to)
  const daysLater = to <= from || to === '24:00' ? 1 : 0
  const at = (date: Temporal.PlainDate, plainTime: Temporal.PlainTime): Instant =>
    instantOf(date.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds)
  return (date) => ({ start: at(date, opens), end: at(date.add({ days: daysLater }), closes) })
}

const isAfter = (one: Temporal.PlainDate, other: Temporal.PlainDate): boolean =>
  Temporal.PlainDate.compare(one, other) > 0

const partWithin = (one: Interval, other: Interval): Interval => ({
  start: one.start > other.start ? one.start : other.start,
  end: one.end < other.end ? one.end : other.end,
})
