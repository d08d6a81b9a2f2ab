import { ok } from '../../../shared/result.ts'
import type { CompanyCalendar } from '../../company-calendar.ts'
import { freebusyOfCall, scheduleFrom } from './bookings/schedule.ts'
import { type AppDependencies, connect } from './calls/connection.ts'
import { createBookingAccount } from './events/booking-account.ts'
import { createRoomCalendar } from './feishu-calendar.ts'
import { createGatheredRooms } from './rooms/gathered-rooms.ts'
import { readRooms } from './rooms/room-list.ts'

/** The rooms of a company in Feishu or Lark, over one connection. */
export function createFeishuCompany(dependencies: AppDependencies): CompanyCalendar {
  const connection = connect(dependencies)
  const account = createBookingAccount(connection, dependencies.clock)
  const askRoom = createGatheredRooms(dependencies.clock, connection.get)
  return {
    roomCalendar: (roomId) => createRoomCalendar(connection, { ...dependencies, roomId }, account, askRoom),
    readRooms: () => readRooms(connection.get, dependencies.clock),
    async readSchedules(rooms, window, isAwaited = false) {
      const answer = await connection.get({ ...freebusyOfCall(rooms, window), isAwaited })
      return answer.ok
        ? ok(new Map(rooms.map((room) => [room, scheduleFrom(answer.value, room, window)])))
        : answer
    },
  }
}
