import { nextAfter, runningAt } from '../booking/booking.ts'
import type { Schedule } from '../reading/reading.ts'
import type { Room } from '../reading/room.ts'
import { type Instant, instantOf, type Interval, minutes, plus } from '../time/time.ts'
import type { BookingRules } from './booking-rules.ts'
import type { RoomLimits } from './room-limits.ts'

/** A time that a visitor can book the room for, from now on. */
export interface BookableLength extends Interval {
  /** In minutes; `next`: until the next booking begins. Part of the mark `length-…`. */
  readonly name: number | 'next'
}

export interface Bookable {
  readonly schedule: Pick<Schedule, 'bookings' | 'window'>
  readonly room: Pick<Room, 'outOfService'>
  readonly rules: BookingRules
  readonly limits: RoomLimits
  /** The time of the day that the door has already booked, ms. */
  readonly bookedOfDay: number
  readonly today: Interval
}

/** The shortest useful booking, ms. */
const shortest = minutes(5)

/** The lengths for which the room can be booked at `now`; empty while it is not free. */
export function bookableLengths(bookable: Bookable, now: Instant): readonly BookableLength[] {
  const { rules, schedule } = bookable
  if (rules.who === 'off' || runningAt(schedule.bookings, now) !== undefined) return []
  const minute = fullMinute(now)
  if (minute < opensAt(bookable)) return []
  const start = latestEnd(schedule.bookings, now, minute)
  const next = nextAfter(schedule.bookings, now)?.start
  const longest = endOf(bookable, minute)
  const lengths: readonly BookableLength[] = rules.lengths
    .map((length) => ({ name: length / minutes(1), start, end: plus(minute, length) }))
    .filter(({ end }) => end <= Math.min(longest, next ?? longest))
  const untilNext =
    next !== undefined &&
    next <= longest &&
    next - now >= shortest &&
    !lengths.some(({ end }) => end === next)
  return untilNext ? [...lengths, { name: 'next', start, end: next }] : lengths
}

/** Bookings begin at full minutes, as people's do, so a new one has begun some seconds ago. */
export const fullMinute = (now: Instant): Instant => instantOf(Math.floor(now / minutes(1)) * minutes(1))

/** A meeting that was ended early has a part of this minute. */
const latestEnd = (bookings: readonly Interval[], now: Instant, minute: Instant): Instant =>
  bookings.reduce((latest, { end }) => (end <= now && end > latest ? end : latest), minute)

const opensAt = ({ limits, today }: Bookable): number => today.start + (limits.opens ?? 0)

/** When the longest booking from `start` on would end, by all rules except the next booking. */
function endOf({ rules, limits, room, bookedOfDay, today, schedule }: Bookable, start: Instant): number {
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
