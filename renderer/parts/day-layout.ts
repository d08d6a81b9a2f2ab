import { type Booking, byStart } from '../../shared/domain/booking.ts'
import { gapsIn } from './gaps.ts'
import {
  holds,
  hours,
  instantOf,
  type Instant,
  type Interval,
  minutes,
  overlaps,
  plus,
} from '../../shared/domain/time.ts'

/** Where everything of a day's timeline lies, in shares of its height (0 is the top, 1 the bottom). */
export interface DayLayout {
  readonly hours: readonly HourLine[]
  readonly blocks: readonly Block[]
  /** What can still be used: the stretches without a booking, from now on. */
  readonly gaps: readonly Stretch[]
  /** Nothing on a day that has not begun. */
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

export interface Block extends Stretch {
  readonly booking: Booking
  /** The height that its label may take: more than the block's if the time after it is free. */
  readonly room: number
  /** Bookings that overlap lie side by side: the place among them, and how many places there are. */
  readonly lane: number
  readonly lanes: number
  readonly phase: 'past' | 'running' | 'coming'
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
/** The hour after which there is no more of a day but what is booked. */
export const closes = 20
/** A label may reach this far below the start of a short booking, ms. */
const labelReach = hours(1)

export function layDay({ bookings, day, now, hourOf }: DayLayoutInput): DayLayout {
  const booked = bookings.filter((booking) => overlaps(booking, day)).toSorted(byStart)
  const fullHours = fullHoursOf(day)
  const range = rangeOf(booked, { day, now, hourOf }, fullHours)
  const shareOf = (at: Instant): number =>
    (Math.min(Math.max(at, range.start), range.end) - range.start) / (range.end - range.start)
  // The page is brought up to date more often than it ticks, and a line that moved by less than a pixel is a painting more.
  const minute = instantOf(now - (now % minutes(1)))
  const labelEvery = range.end - range.start > hours(16) ? 2 : 1

  return {
    hours: fullHours
      .filter((at) => holds(range, at))
      .map((at) => ({ at: shareOf(at), label: labelOf(hourOf(at), labelEvery) })),
    present: holds(day, now) ? shareOf(minute) : undefined,
    gaps: gapsIn(booked, { start: plus(range.start, Math.max(minute - range.start, 0)), end: range.end }).map(
      ({ start, end }) => ({ start: shareOf(start), length: shareOf(end) - shareOf(start) }),
    ),
    blocks: lanesOf(booked).map(({ booking, lane, lanes }) => ({
      booking,
      lane,
      lanes,
      start: shareOf(booking.start),
      length: shareOf(booking.end) - shareOf(booking.start),
      room: shareOf(labelEnd(booking, booked)) - shareOf(booking.start),
      phase: phaseAt(booking, now),
    })),
  }
}

function fullHoursOf(day: Interval): readonly Instant[] {
  const count = Math.ceil((day.end - day.start) / hours(1))
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
  const present = holds(day, now) ? [now] : []
  const first = Math.min(opening, ...present, ...booked.map(({ start }) => start))
  const last = Math.max(closing, ...present, ...booked.map(({ end }) => end))
  return {
    start: fullHours.findLast((at) => at <= first) ?? day.start,
    end: fullHours.find((at) => at >= last) ?? day.end,
  }
}

const labelOf = (hour: number, every: number): string =>
  hour % every === 0 ? String(hour).padStart(2, '0') : ''

function labelEnd(booking: Booking, booked: readonly Booking[]): Instant {
  const next = booked.find(({ start }) => start >= booking.end)
  const reach = Math.min(next?.start ?? Infinity, booking.start + labelReach)
  return reach > booking.end ? plus(booking.start, reach - booking.start) : booking.end
}

function phaseAt(booking: Booking, now: Instant): Block['phase'] {
  if (booking.end <= now) return 'past'
  return booking.start <= now ? 'running' : 'coming'
}

interface Lane {
  readonly booking: Booking
  readonly lane: number
  readonly lanes: number
}

/** Each booking in the first lane that is free at its start; a group that hangs together shares one number of lanes. */
function lanesOf(sorted: readonly Booking[]): readonly Lane[] {
  return groupsOf(sorted).flatMap((group) => {
    const ends: Instant[] = []
    const places = group.map((booking) => {
      const vacant = ends.findIndex((end) => end <= booking.start)
      const lane = vacant === -1 ? ends.length : vacant
      ends[lane] = booking.end
      return { booking, lane }
    })
    return places.map((place) => ({ ...place, lanes: ends.length }))
  })
}

/** Bookings that overlap, directly or through others. */
function groupsOf(sorted: readonly Booking[]): readonly (readonly Booking[])[] {
  const groups: Booking[][] = []
  for (const booking of sorted) {
    const group = groups.at(-1)
    if (group?.some((earlier) => overlaps(earlier, booking))) group.push(booking)
    else groups.push([booking])
  }
  return groups
}
