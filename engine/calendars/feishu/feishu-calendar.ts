import { memoizeLast } from '../../../shared/memoize-last.ts'
import { err, ok } from '../../../shared/result.ts'
import type { Interval } from '../../../shared/time/time.ts'
import type { DoorCalendar } from '../../reservation-calendar.ts'
import { createFarLooks } from './bookings/far-looks.ts'
import { createKnownTitles } from './bookings/known-titles.ts'
import { freebusyCall, scheduleFrom } from './bookings/schedule.ts'
import { titlesCall, titlesFrom } from './bookings/titles.ts'
import { connect, type FeishuConnection, type FeishuDependencies } from './calls/connection.ts'
import { createBookingAccount } from './events/booking-account.ts'
import { createFeishuReservations } from './events/feishu-reservations.ts'
import { createReplies } from './replies.ts'
import type { AskRoom } from './rooms/gathered-rooms.ts'
import { readRooms } from './rooms/room-list.ts'
import { createRoomReading } from './rooms/room-reading.ts'

/** The room's calendar in Feishu or Lark. Their terms stay in this folder. */
export const createFeishuCalendar = (dependencies: FeishuDependencies): DoorCalendar =>
  createRoomCalendar(connect(dependencies), dependencies)

/** The same over a connection, with an account for bookings and a way to ask for rooms, that other rooms' calendars share. */
export function createRoomCalendar(
  connection: FeishuConnection,
  dependencies: Pick<FeishuDependencies, 'clock' | 'log' | 'roomId' | 'contact'>,
  account = createBookingAccount(connection, dependencies.clock),
  askRoom?: AskRoom,
): DoorCalendar {
  const { clock, log, roomId } = dependencies
  const { call, get } = connection
  const callFor = memoizeLast(freebusyCall)
  const bookingsFrom = memoizeLast(scheduleFrom)

  const readBookings = async (window: Interval, isAwaited = false) => {
    const answer = await get({ ...callFor(roomId, window), isAwaited })
    return answer.ok ? bookingsFrom(answer.value, roomId, window) : answer
  }

  const looks = createFarLooks(clock, readBookings)

  // Never repeated: a title is worth one call, and the next reading may try again.
  const readTitles = createKnownTitles(clock, async (pairs) => {
    const answer = await call(titlesCall(pairs))
    return answer.ok ? ok(titlesFrom(answer.value)) : err(answer.error.problem)
  })

  return {
    readSchedule: readBookings,
    reservations: createFeishuReservations(connection, dependencies, account),
    readTitles,
    readRoom: createRoomReading(clock, get, roomId, askRoom),
    readRooms: () => readRooms(get, clock),
    readSiblings: async (booking, known, isAwaited) => {
      const far = await looks.look(booking, known, isAwaited)
      return far.ok ? ok(far.value.siblings) : far
    },
    ...createReplies({ ...connection, clock, log, roomId, looks }),
  }
}
