import type { Booking } from '../../shared/domain/booking.ts'
import {
  days,
  type Instant,
  instantOf,
  type Interval,
  minutes,
  plus,
  seconds,
} from '../../shared/domain/time.ts'
import { ok, type Result } from '../../shared/result.ts'
import type { CalendarProblem } from '../ports.ts'
import { bookingKeyOf } from './booking-key.ts'

export type ReadBookings = (window: Interval) => Promise<Result<readonly Booking[], CalendarProblem>>

/** What bookings tell about the meetings that they belong to. */
export interface Evidence {
  /** Seen at two starts, or as an instance that was moved: one of a series for certain. */
  readonly series: ReadonlySet<string>
  /** Seen at this one start. How much that says depends on how far was looked. */
  readonly single: ReadonlyMap<string, Instant>
}

export function evidenceIn(bookings: readonly Booking[]): Evidence {
  const series = new Set<string>()
  const single = new Map<string, Instant>()
  for (const { id, meeting, start } of bookings) {
    const seen = single.get(meeting) ?? start
    if (seen !== start || bookingKeyOf(id).originalTime !== 0) series.add(meeting)
    single.set(meeting, start)
  }
  for (const meeting of series) single.delete(meeting)
  return { series, single }
}

/** Reads so far around `now` that no series with an instance today shows only that one. */
export async function readFar(read: ReadBookings, now: Instant): Promise<Result<Evidence, CalendarProblem>> {
  const bookings = await readAll(read, farWindows(now))
  return bookings.ok ? ok(evidenceIn(bookings.value)) : bookings
}

/** The other bookings of a meeting that start after `now`, as far ahead as `readFar` looks. */
export async function readSiblings(
  read: ReadBookings,
  { id, meeting }: Booking,
  now: Instant,
): ReturnType<ReadBookings> {
  const bookings = await readAll(read, farWindows(now).slice(1))
  if (!bookings.ok) return bookings
  return ok(
    bookings.value.filter((other) => other.meeting === meeting && other.id !== id && other.start > now),
  )
}

async function readAll(read: ReadBookings, windows: readonly Interval[]): ReturnType<ReadBookings> {
  const answers = await Promise.all(windows.map((window) => readUncut(read, window)))
  const bookings: Booking[] = []
  for (const answer of answers) {
    if (!answer.ok) return answer
    bookings.push(...answer.value)
  }
  return ok(bookings)
}

/** Nothing says that a booking which began before the window isn't listed with the window's start for its own. */
async function readUncut(read: ReadBookings, window: Interval): ReturnType<ReadBookings> {
  const bookings = await read(window)
  return bookings.ok ? ok(bookings.value.filter(({ start }) => start !== window.start)) : bookings
}

/**
 * Back 30 days and ahead 37: the instances of a monthly series lie up to 35 days apart (first Monday to first Monday),
 * and what was read serves for a day. The page recommends not to ask for more than 30 days at once:
 * https://open.feishu.cn/document/server-docs/calendar-v4/meeting-room-event/query-room-availability
 */
function farWindows(now: Instant): readonly Interval[] {
  // No meeting starts at half a minute, so a booking that seems to start with a window is one that was cut there.
  const middle = instantOf(Math.floor(now / minutes(1)) * minutes(1) + seconds(30))
  return [
    { start: plus(middle, -days(30)), end: middle },
    { start: middle, end: plus(middle, days(30)) },
    { start: plus(middle, days(30)), end: plus(middle, days(37)) },
  ]
}
