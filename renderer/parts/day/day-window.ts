import {
  contains,
  hours,
  instantOf,
  type Instant,
  type Interval,
  minutes,
  plus,
} from '../../../shared/time/time.ts'

/** The length of the visible part of a day, ms. */
const seen = hours(7)
/** The shortest visible part, ms: in the evening the window stops moving at this length. */
const least = hours(4)
/** The window begins with the full hour before this long ago, ms: that is half an hour to an hour and a half before now. */
const behind = minutes(30)

export interface DayWindowInput {
  /** Sorted by start. */
  readonly booked: readonly Interval[]
  readonly day: Interval
  /** The office hours of that day. */
  readonly office: Interval
  readonly now: Instant
  /** The day's full hours. */
  readonly fullHours: readonly Instant[]
}

/**
 * The visible part of a day: from about an hour before now, for seven hours or until the office closes and
 * the last booking ends.
 */
export function dayWindow({ booked, day, office, now, fullHours }: DayWindowInput): Interval {
  const hourBefore = (at: number): Instant => fullHours.findLast((hour) => hour <= at) ?? day.start
  const hourAfter = (at: number): Instant => fullHours.find((hour) => hour >= at) ?? day.end
  const first = contains(day, now) ? now - behind : Math.min(office.start, booked[0]?.start ?? office.start)
  const from = hourBefore(first)
  const closes = hourAfter(Math.max(office.end, now < day.end ? now : 0, latestEnd(booked)))
  const end = Math.min(from + seen, closes)
  return { start: hourBefore(Math.min(from, end - least)), end: instantOf(end) }
}

const latestEnd = (booked: readonly Interval[]): number =>
  booked.reduce((latest, { end }) => Math.max(latest, end), 0)

/** The full hours of a day: one on which the clocks change has 23 or 25 of them. */
export function fullHoursOf(day: Interval): readonly Instant[] {
  const count = Math.min(Math.ceil((day.end - day.start) / hours(1)), 25)
  return Array.from({ length: count }, (_, index) => plus(day.start, hours(index)))
}
