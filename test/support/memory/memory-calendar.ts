import type { AnotherTicket, Reply, RoomCalendar } from '../../../engine/room-calendar.ts'
import type { Verdict } from '../../../shared/action/verdict.ts'
import type { ListedRoom } from '../../../shared/admin/room-setting.ts'
import type { Booking, BookingId } from '../../../shared/booking/booking.ts'
import type { ProblemCode } from '../../../shared/reading/problem.ts'
import type { Room } from '../../../shared/reading/room.ts'
import { err, ok } from '../../../shared/result.ts'
import { endOfTime, instantOf } from '../../../shared/time/time.ts'

/** A calendar in memory. What it holds and how it answers can be changed in the middle of a story. */
export interface MemoryCalendar extends RoomCalendar {
  bookings: readonly Booking[]
  room: Room
  /** While set, reading the room fails with this. */
  roomFailing: ProblemCode | (() => never) | undefined
  /** All that the app may see. */
  rooms: readonly ListedRoom[]
  /** What each booking is about. */
  readonly titles: Map<BookingId, string>
  /** The bookings whose titles were asked for, one list for each time. */
  readonly titlesAsked: (readonly BookingId[])[]
  /** While set, readings fail with this. */
  failing: ProblemCode | undefined
  /** How the next replies are answered; after them each is accepted and frees the room. */
  readonly answers: ((calendar: MemoryCalendar) => Promise<Reply | AnotherTicket> | Reply | AnotherTicket)[]
  /** The bookings that were replied to. */
  readonly replies: BookingId[]
  readonly verdicts: Verdict[]
  /** The other bookings of any meeting that is asked for. */
  siblings: readonly Booking[]
  /** How often the schedule was read, and those others. */
  readings: number
  siblingReadings: number
}

export function createMemoryCalendar(...bookings: readonly Booking[]): MemoryCalendar {
  const calendar: MemoryCalendar = {
    bookings,
    room: { name: 'Magnolia' },
    roomFailing: undefined,
    rooms: [],
    titles: new Map(),
    titlesAsked: [],
    failing: undefined,
    answers: [],
    replies: [],
    verdicts: [],
    siblings: [],
    readings: 0,
    siblingReadings: 0,
    readSchedule: async () => {
      calendar.readings += 1
      return calendar.failing === undefined ? ok(calendar.bookings) : err({ code: calendar.failing })
    },
    readTitles: async (asked) => {
      calendar.titlesAsked.push(asked.map(({ id }) => id))
      return new Map([...calendar.titles].filter(([id]) => asked.some((booking) => booking.id === id)))
    },
    readRoom: async () => {
      const { roomFailing } = calendar
      if (roomFailing === undefined) return ok(calendar.room)
      return typeof roomFailing === 'string' ? err({ code: roomFailing }) : roomFailing()
    },
    readRooms: async () =>
      calendar.failing === undefined ? ok(calendar.rooms) : err({ code: calendar.failing }),
    readSiblings: async () => {
      calendar.siblingReadings += 1
      return calendar.failing === undefined ? ok(calendar.siblings) : err({ code: calendar.failing })
    },
    prepareReply: async ({ id, meeting }, verdict) =>
      ok({ booking: { id, meeting }, verdict, instance: 0, expiresAt: instantOf(endOfTime) }),
    commitReply: async ({ booking, verdict }) => {
      calendar.replies.push(booking.id)
      calendar.verdicts.push(verdict)
      const answer = calendar.answers.shift() ?? (verdict === 'accept' ? standing : accepting(booking))
      return answer(calendar)
    },
  }
  return calendar
}

/** The reply is accepted, and the meeting stays. */
const standing = (): Reply => ({ kind: 'accepted' })

/** The reply is accepted, and the meeting leaves the room. */
export const accepting =
  ({ id: ended }: Pick<Booking, 'id'>) =>
  (calendar: MemoryCalendar): Reply => {
    calendar.bookings = calendar.bookings.filter(({ id }) => id !== ended)
    return { kind: 'accepted' }
  }
