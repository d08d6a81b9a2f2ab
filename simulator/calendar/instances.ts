import type { CalendarEvent, Change, Cut, Instance, Interval, Repetition } from './event.ts'
import { CHINA_OFFSET } from './rfc3339.ts'

/** A value of `asOf` that includes every reply, even those that freebusy does not show yet. */
export const THE_TRUTH = Infinity

/**
 * The stays of an event that overlap `window`, in no promised order, as freebusy shows them at `asOf`. A series is
 * unrolled inside the window only, so one without an end costs no more than any other.
 */
export const instancesWithin = (event: CalendarEvent, window: Interval, asOf: number): Instance[] => {
  const found: Instance[] = []
  addInstances(event, window, asOf, found)
  return found
}

/** `instancesWithin`, added to those `found` before. */
export const addInstances = (
  event: CalendarEvent,
  window: Interval,
  asOf: number,
  found: Instance[],
): void => {
  const add = (originalStart: number, change: Change | undefined): void => {
    const instance = stay(event, originalStart, change, asOf)
    if (instance !== undefined && overlap(instance, window)) found.push(instance)
  }
  if (event.repeats === undefined) {
    add(event.span.start, undefined)
    return
  }
  forEachStart(event.span, event.repeats, window, (start) => {
    const change = event.changes.get(start)
    if (change?.exception === undefined) add(start, change)
  })
  for (const [start, change] of event.changes) if (change.exception !== undefined) add(start, change)
}

/** The instance of a series that originally starts at this moment, unless it was cancelled or released. */
export const instanceAt = (
  event: CalendarEvent,
  originalStart: number,
  asOf: number,
): Instance | undefined =>
  isStartOf(event, originalStart)
    ? stay(event, originalStart, event.changes.get(originalStart), asOf)
    : undefined

/** Whether the rule of the series has an instance that starts at this moment. */
export const isStartOf = ({ span, repeats }: CalendarEvent, moment: number): boolean =>
  repeats !== undefined &&
  moment >= span.start &&
  moment <= repeats.until &&
  ('ms' in repeats.every
    ? (moment - span.start) % repeats.every.ms === 0
    : monthlyStarts(span.start, repeats.every.months, moment + 1).includes(moment))

/** Visits the starts, by the rule alone, of the instances that may overlap the window. */
const forEachStart = (
  { start: begin, end }: Interval,
  { every, until }: Repetition,
  window: Interval,
  visit: (start: number) => void,
): void => {
  if ('months' in every) {
    for (const start of monthlyStarts(begin, every.months, Math.min(window.end, until + 1))) visit(start)
    return
  }
  const { ms } = every
  const over = Math.max(0, Math.floor((window.start - end) / ms) + 1)
  for (let start = begin + over * ms; start < window.end && start <= until; start += ms) visit(start)
}

/** The same day of every `months` months, before `end`. Months without such a day are left out. */
const monthlyStarts = (begin: number, months: number, end: number): readonly number[] => {
  const starts: number[] = []
  const there = new Date(begin + CHINA_OFFSET)
  const day = there.getUTCDate()
  const date = new Date(there)
  for (let count = 0; date.getTime() - CHINA_OFFSET < end; count += months) {
    date.setTime(there.getTime())
    date.setUTCMonth(there.getUTCMonth() + count)
    if (date.getUTCDate() === day && date.getTime() - CHINA_OFFSET < end)
      starts.push(date.getTime() - CHINA_OFFSET)
  }
  return starts
}

const stay = (
  event: CalendarEvent,
  originalStart: number,
  change: Change | undefined,
  asOf: number,
): Instance | undefined => {
  if (asOf < event.shownFrom) return undefined
  const exception = change?.exception
  if (exception === 'cancelled') return undefined
  const start = exception?.start ?? originalStart
  const booked = exception?.end ?? originalStart + event.span.end - event.span.start
  const end = Math.min(booked, endBy(event.cut, asOf), endBy(change?.cut, asOf))
  return end > start ? { event, originalStart, start, end, isException: exception !== undefined } : undefined
}

const endBy = (cut: Cut | undefined, asOf: number): number =>
  cut === undefined || asOf < cut.shownFrom ? Infinity : cut.at

const overlap = (one: Interval, other: Interval): boolean => one.start < other.end && other.start < one.end
