import { type Booking, byStart } from '../../../shared/booking/booking.ts'
import {
  contains,
  hours,
  instantOf,
  type Instant,
  type Interval,
  minutes,
  overlaps,
  plus,
} from '../../../shared/time/time.ts'
import { gapsIn } from './gaps.ts'
import { type Lane, lanesOf } from './lanes.ts'

/** The places of all parts of a day's timeline, in shares of its height (0 is the top, 1 the bottom). */
export interface DayLayout {
  readonly hours: readonly HourLine[]
  readonly blocks: readonly Block[]
  /** The places with more bookings than are drawn, and how many more. */
  readonly crowds: readonly CrowdBlock[]
  /** The times without a booking, from now on. */
  readonly gaps: readonly Stretch[]
  /** Undefined on a day that has not begun. */
  readonly present: number | undefined
}

export interface HourLine {
  readonly at: number
  /** Two digits; empty where the lines are too close for each to have one. */
  readonly label: string
}

export interface Stretch {
  readonly start: number
  readonly length: number
}

export interface Placing extends Stretch, Lane {
  /** The height that its label may take: more than the block's if the time after it is free. */
  readonly room: number
  readonly phase: 'past' | 'running' | 'coming'
}

export interface Block extends Placing {
  readonly booking: Booking
}

export interface CrowdBlock extends Placing {
  readonly count: number
}

export interface DayLayoutInput {
  readonly bookings: readonly Booking[]
  /** Today, or tomorrow. */
  readonly day: Interval
  readonly now: Instant
  /** The hour on the room's clock: a day with a change of the clocks has 23 or 25 of them. */
  readonly hourOf: (at: Instant) => number
}

const opens = 7
/** The timeline ends at this hour, unless a booking is later. */
export const closes = 20
/** More bookings of one day than these can't be distinguished on a screen. */
const mostBlocks = 100
/** On a day with more, bookings shorter than this are counted and not drawn, ms. */
const shortestBlock = minutes(5)
/** A label may reach this far below the start of a short booking, ms. */
const labelReach = hours(1)

export function layDay({ bookings, day, now, hourOf }: DayLayoutInput): DayLayout {
  const booked = bookings.filter((booking) => overlaps(booking, day)).toSorted(byStart)
  const fullHours = fullHoursOf(day)
  const range = rangeOf(booked, { day, now, hourOf }, fullHours)
  const shareOf: ShareOf = (at) =>
    (Math.min(Math.max(at, range.start), range.end) - range.start) / (range.end - range.start)
  // Rounded to minutes: the page updates more often than that, and moving the line by less than a pixel would
  // cost a repaint.
  const minute = instantOf(now - (now % minutes(1)))
  const placing = placingOn(shareOf, booked, now)
  const { placed, crowds } = lanesOf(booked, drawable(booked, now))
  const labelEvery = range.end - range.start > hours(16) ? 2 : 1

  return {
    hours: fullHours
      .filter((at) => contains(range, at))
      .map((at) => ({ at: shareOf(at), label: labelOf(hourOf(at), labelEvery) })),
    present: contains(day, now) ? shareOf(minute) : undefined,
    gaps: gapsIn(booked, { start: plus(range.start, Math.max(minute - range.start, 0)), end: range.end }).map(
      ({ start, end }) => ({ start: shareOf(start), length: shareOf(end) - shareOf(start) }),
    ),
    blocks: placed.map(({ booking, ...lane }) => ({ ...placing(booking, lane), booking })),
    crowds: crowds.map((crowd) => ({ ...placing(crowd, crowd), count: crowd.count })),
  }
}

type ShareOf = (at: Instant) => number

/** Returns the function that places a time span of the day in its lane. */
function placingOn(shareOf: ShareOf, booked: readonly Booking[], now: Instant) {
  const starts = booked.map(({ start }) => start)
  return (stretch: Interval, { lane, lanes }: Lane): Placing => ({
    lane,
    lanes,
    start: shareOf(stretch.start),
    length: shareOf(stretch.end) - shareOf(stretch.start),
    room: shareOf(labelEnd(stretch, starts)) - shareOf(stretch.start),
    phase: phaseAt(stretch, now),
  })
}

function fullHoursOf(day: Interval): readonly Instant[] {
  const count = Math.min(Math.ceil((day.end - day.start) / hours(1)), 25)
  return Array.from({ length: count }, (_, index) => plus(day.start, hours(index)))
}

/** Office-like hours, widened to full hours around all that is to be seen. */
function rangeOf(
  booked: readonly Booking[],
  { day, now, hourOf }: Pick<DayLayoutInput, 'day' | 'now' | 'hourOf'>,
  fullHours: readonly Instant[],
): Interval {
  const opening = fullHours.find((at) => hourOf(at) >= opens) ?? day.start
  const closing = fullHours.find((at) => hourOf(at) >= closes) ?? day.end
  const present = contains(day, now) ? [now] : []
  const first = Math.min(opening, ...present, booked[0]?.start ?? opening)
  const last = Math.max(closing, ...present, latestEnd(booked))
  return {
    start: fullHours.findLast((at) => at <= first) ?? day.start,
    end: fullHours.find((at) => at >= last) ?? day.end,
  }
}

const latestEnd = (booked: readonly Booking[]): number =>
  booked.reduce((latest, { end }) => Math.max(latest, end), 0)

/**
 * Selects the bookings to draw if there are too many: first the running and the next ones, then the latest
 * past ones, and none that would be too thin.
 */
function drawable(booked: readonly Booking[], now: Instant): (booking: Booking) => boolean {
  if (booked.length <= mostBlocks) return () => true
  const tall = booked.filter(({ start, end }) => end - start >= shortestBlock)
  const [past, others] = [tall.filter(({ end }) => end <= now), tall.filter(({ end }) => end > now)]
  const first = others.slice(0, mostBlocks)
  const drawn = new Set([...past.slice(Math.max(past.length + first.length - mostBlocks, 0)), ...first])
  return (booking) => drawn.has(booking)
}

const labelOf = (hour: number, every: number): string =>
  hour % every === 0 ? String(hour).padStart(2, '0') : ''

/** `starts` are sorted. */
function labelEnd({ start, end }: Interval, starts: readonly Instant[]): Instant {
  const reach = Math.min(firstFrom(starts, end) ?? Infinity, start + labelReach)
  return reach > end ? plus(start, reach - start) : end
}

/** The first of the sorted `moments` that is not before `from`. */
function firstFrom(moments: readonly Instant[], from: Instant): Instant | undefined {
  let [low, high] = [0, moments.length]
  while (low < high) {
    const middle = Math.floor((low + high) / 2)
    if ((moments[middle] ?? from) < from) low = middle + 1
    else high = middle
  }
  return moments[low]
}

function phaseAt(booking: Interval, now: Instant): Block['phase'] {
  if (booking.end <= now) return 'past'
  return booking.start <= now ? 'running' : 'coming'
}
