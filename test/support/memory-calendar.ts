import type { Booking, BookingId } from '../../shared/domain/booking.ts'
import type { ProblemCode } from '../../shared/domain/problem.ts'
import type { Room } from '../../shared/domain/room.ts'
import { err, ok } from '../../shared/result.ts'
import type { Reply, RoomCalendar } from '../../main/ports.ts'

/** A calendar in memory. What it holds and how it answers can be changed in the middle of a story. */
export interface MemoryCalendar extends RoomCalendar {
  bookings: readonly Booking[]
  room: Room
  /** While set, readings fail with this. */
  failing: ProblemCode | undefined
  /** How the next replies are answered; after them each is accepted and frees the room. */
  readonly answers: ((calendar: MemoryCalendar) => Promise<Reply> | Reply)[]
  /** The bookings that were replied to. */
  readonly replies: BookingId[]
  readonly prepared: BookingId[]
  /** How often the schedule was read. */
  readings: number
}

export function createMemoryCalendar(...bookings: readonly Booking[]): MemoryCalendar {
  const calendar: MemoryCalendar = {
    bookings,
    room: { name: 'Magnolia' },
    failing: undefined,
    answers: [],
    replies: [],
    prepared: [],
    readings: 0,
    readSchedule: async () => {
      calendar.readings += 1
      return calendar.failing === undefined ? ok(calendar.bookings) : err({ code: calendar.failing })
    },
    readRoom: async () => ok(calendar.room),
    prepareReplies: async (soon) => {
      calendar.prepared.push(...soon.map(({ id }) => id))
    },
    reply: async (booking) => {
      calendar.replies.push(booking.id)
      const answer = calendar.answers.shift() ?? accepting(booking)
      return answer(calendar)
    },
  }
  return calendar
}

/** The reply is accepted, and the meeting leaves the room. */
export const accepting =
  (booking: Booking) =>
  (calendar: MemoryCalendar): Reply => {
    calendar.bookings = calendar.bookings.filter(({ id }) => id !== booking.id)
    return { kind: 'accepted' }
  }
