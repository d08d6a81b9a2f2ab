import { type Booking, type BookingId, byStart } from '../../../shared/booking/booking.ts'
import {
  contains,
  type Instant,
  instantOf,
  type Interval,
  minutes,
  overlaps,
  plus,
} from '../../../shared/time/time.ts'
import { dayWindow, fullHoursOf } from './day-window.ts'
import { type Drawn, drawnIn } from './drawn.ts'
import { gapsIn } from '../../../shared/booking/gaps.ts'
import { type Lane, lanesOf } from './lanes.ts'

/** The places of all parts of a day's timeline, in shares of its height (0 is the top, 1 the bottom). */
export interface DayLayout {
  readonly hours: readonly HourLine[]
  readonly blocks: readonly Block[]
  /** The places with more bookings than are drawn, and how many more. */
  readonly crowds: readonly CrowdBlock[]
  /** The times without a booking, from now on. */
  readonly gaps: readonly Gap[]
  /** Undefined on a day that has not begun. */
  readonly present: number | undefined
}

export interface HourLine {
  readonly at: number
  readonly label: string
}

export interface Stretch {
  readonly start: number
  readonly length: number
}

export interface Gap extends Stretch {
  /** When a booking in it could begin first, if the door can book it. */
  readonly bookableFrom?: Instant
}

export interface Placing extends Stretch, Lane {
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
  /** The office hours of that day. */
  readonly office: Interval
  readonly now: Instant
  /** The booking that the door speaks of: it is drawn, however many there are beside it. */
  readonly subject: BookingId | undefined
  /** When bookings for later can begin. */
  readonly starts: readonly Instant[]
  /** The hour on the room's clock: a day with a change of the clocks has 23 or 25 of them. */
  readonly hourOf: (at: Instant) => string
}

export function layDay({ bookings, day, office, now, subject, starts, hourOf }: DayLayoutInput): DayLayout {
  const booked = bookings.filter((booking) => overlaps(booking, day)).toSorted(byStart)
  const fullHours = fullHoursOf(day)
  const window = dayWindow({ booked, day, office, now, fullHours })
  const shareOf = shareIn(window)
  const stretchOf = ({ start, end }: Interval): Stretch => ({
    start: shareOf(start),
    length: shareOf(end) - shareOf(start),
  })
  // Rounded to minutes: the page updates more often than that, and moving the line by less than a pixel would cost a repaint.
  const minute = instantOf(now - (now % minutes(1)))
  const goesFirst = ({ booking }: { readonly booking: Booking }): boolean =>
    booking.id === subject || contains(booking, now)
  const drawn = drawnIn(booked, window)
  const { placed, crowds } = lanesOf(drawn, goesFirst)
  return {
    hours: fullHours
      .filter((at) => contains(window, at))
      .map((at) => ({ at: shareOf(at), label: hourOf(at) })),
    present: contains(day, now) ? shareOf(minute) : undefined,
    gaps: gapsIn(booked, {
      start: plus(window.start, Math.max(minute - window.start, 0)),
      end: window.end,
    }).map((gap) => {
      const bookableFrom = starts.find((start) => contains(gap, start))
      return { ...stretchOf(uncovered(gap, drawn)), ...(bookableFrom !== undefined && { bookableFrom }) }
    }),
    blocks: placed.map(({ booking, lane, lanes, ...stretch }) => ({
      ...stretchOf(stretch),
      lane,
      lanes,
      booking,
      phase: phaseAt(booking, now),
    })),
    crowds: crowds.map(({ lane, lanes, count, ...stretch }) => ({
      ...stretchOf(stretch),
      lane,
      lanes,
      count,
      phase: phaseAt(stretch, now),
    })),
  }
}

/** The part of a gap that no booking is drawn over: a short one before it is higher than it is long. */
function uncovered({ start, end }: Interval, drawn: readonly Drawn[]): Interval {
  const over = drawn.filter(({ booking }) => booking.end <= start).map((before) => before.end)
  return { start: instantOf(Math.min(Math.max(start, ...over), end)), end }
}

const shareIn =
  (window: Interval) =>
  (at: Instant): number =>
    (Math.min(Math.max(at, window.start), window.end) - window.start) / (window.end - window.start)

function phaseAt(booking: Interval, now: Instant): Placing['phase'] {
  if (booking.end <= now) return 'past'
  return booking.start <= now ? 'running' : 'coming'
}
