import { nextAfter, runningAt } from '../booking/booking.ts'
import type { Schedule } from '../reading/reading.ts'
import { closedAt, type Room } from '../reading/room.ts'
import { type Instant, instantOf, type Interval, minutes, plus } from '../time/time.ts'
import type { BookingRules } from './booking-rules.ts'
import type { RoomLimits } from './room-limits.ts'
import type { LengthName } from './wish.ts'

/** A time that the room can be booked for. */
export interface BookableLength extends Interval {
  readonly name: LengthName
}

/** The known facts about a room that a visitor wants to book. */
export interface RoomToBook {
  readonly schedule: Pick<Schedule, 'bookings' | 'window'>
  readonly room: Pick<Room, 'outOfService'>
  readonly rules: BookingRules
  readonly limits: RoomLimits
  /** The time of the day that the door has already booked, ms. */
  readonly bookedOfDay: number
  readonly today: Interval
}

/** The shortest useful booking, ms. */
export const shortestBooking = minutes(5)

/** The lengths for which the room can be booked from `from` on, which is now or later; empty while it is not free. */
export function bookableLengths(room: RoomToBook, from: Instant): readonly BookableLength[] {
  const free = freeStretch(room, from)
  if (free === undefined) return []
  const minute = fullMinute(from)
  const lengths: readonly BookableLength[] = room.rules.lengths
    .map((length) => ({ name: length / minutes(1), start: free.start, end: plus(minute, length) }))
    .filter(({ end }) => end <= free.end)
  const untilNext =
    free.isUntilNext && free.end - from >= shortestBooking && !lengths.some(({ end }) => end === free.end)
  return untilNext ? [...lengths, { name: 'next', start: free.start, end: free.end }] : lengths
}

export interface FreeStretch extends Interval {
  /** It ends with the next booking, and not by a rule. */
  readonly isUntilNext: boolean
}

/** The longest time that can be booked from `from` on; undefined if the room is not free then, or may not be booked. */
export function freeStretch(room: RoomToBook, from: Instant): FreeStretch | undefined {
  const { bookings } = room.schedule
  const minute = fullMinute(from)
  const isShut = closedAt(room.room, from) !== undefined || minute < opensAt(room)
  if (room.rules.who === 'off' || isShut || runningAt(bookings, from) !== undefined) return undefined
  const start = latestEnd(bookings, from, minute)
  const next = nextAfter(bookings, from)?.start
  const longest = instantOf(endOf(room, minute))
  const isUntilNext = next !== undefined && next <= longest
  const end = isUntilNext ? next : longest
  return end > Math.max(start, from) ? { start, end, isUntilNext } : undefined
}

/** Bookings begin at full minutes, as people's do, so a new one has begun some seconds ago. */
export const fullMinute = (now: Instant): Instant => instantOf(Math.floor(now / minutes(1)) * minutes(1))

/** A meeting that was ended early has a part of this minute. */
const latestEnd = (bookings: readonly Interval[], now: Instant, minute: Instant): Instant =>
  bookings.reduce((latest, { end }) => (end <= now && end > latest ? end : latest), minute)

const opensAt = ({ limits, today }: RoomToBook): number => today.start + (limits.opens ?? 0)

/** When the longest booking from `start` on would end, by all rules except the next booking. */
function endOf({ rules, limits, room, bookedOfDay, today, schedule }: RoomToBook, start: Instant): number {
  return Math.min(
    start + rules.longest,
    start + rules.longestOfDay - bookedOfDay,
    start + (limits.longest ?? Infinity),
    start + (limits.approvalFrom ?? Infinity),
    today.start + (limits.closes ?? Infinity),
    room.outOfService?.from ?? Infinity,
    schedule.window.end,
  )
}
