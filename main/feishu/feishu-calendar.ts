import type { Booking } from '../../shared/domain/booking.ts'
import { once } from '../../shared/domain/once.ts'
import type { Interval } from '../../shared/domain/time.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { CalendarProblem, Reply, RoomCalendar, Verdict } from '../ports.ts'
import { bookingKeyOf } from './booking-key.ts'
import { connect, type FeishuDependencies } from './connection.ts'
import type { Call } from './exchange.ts'
import { readSiblings } from './far-reading.ts'
import { createKnownTitles } from './known-titles.ts'
import { createMeetingKinds } from './meeting-kinds.ts'
import { originalTimeFor } from './original-time.ts'
import { replyCall, replyFrom } from './reply.ts'
import { readRooms } from './room-list.ts'
import { createRoomReading } from './room-reading.ts'
import { freebusyCall, scheduleFrom } from './schedule.ts'
import { titlesCall, titlesFrom } from './titles.ts'

/** The room's calendar in Feishu or Lark. All their terms stay in this folder. */
export function createFeishuCalendar(dependencies: FeishuDependencies): RoomCalendar {
  const { clock, log, roomId } = dependencies
  const { token, call, retried } = connect(dependencies)
  const callFor = once(freebusyCall)
  const bookingsFrom = once(scheduleFrom)

  const get = async <T>(what: Call<T>): Promise<Result<T, CalendarProblem>> => {
    const answer = await retried(() => call(what))
    return answer.ok ? answer : err(answer.error.problem)
  }

  const readBookings = async (window: Interval) => {
    const answer = await get(callFor(roomId, window))
    return answer.ok ? bookingsFrom(answer.value, roomId) : answer
  }

  const kinds = createMeetingKinds(clock, readBookings)

  // Not repeated on any fault: a title is worth one call, and the next reading may try again.
  const readTitles = createKnownTitles(clock, async (pairs) => {
    const answer = await call(titlesCall(pairs))
    return answer.ok ? ok(titlesFrom(answer.value)) : err(answer.error.problem)
  })

  const send = async (
    booking: Booking,
    originalTime: number,
    verdict: Verdict,
    mayGo: (() => Promise<boolean>) | undefined,
  ): Promise<Reply> => {
    const what = replyCall(roomId, bookingKeyOf(booking.id), originalTime, verdict)
    // Asking for a token may be repeated, the reply may not: so the token is there before the reply is tried.
    const ready = await retried(() => token.get(what.timeLimit))
    if (!ready.ok) return replyFrom(ready.error)
    const answer = await call(what, mayGo)
    return answer.ok ? { kind: 'accepted' } : replyFrom(answer.error)
  }

  return {
    async readSchedule(window) {
      const bookings = await readBookings(window)
      if (bookings.ok) kinds.learn(bookings.value)
      return bookings
    },
    readTitles,
    readRoom: createRoomReading(clock, get, roomId),
    readRooms: () => readRooms(get),
    prepareReplies: kinds.prepare,
    async readSiblings(booking) {
      const kind = await kinds.find(booking)
      if (!kind.ok) return kind
      return kind.value === 'single' ? ok([]) : readSiblings(readBookings, booking, clock.now())
    },
    async reply(booking, verdict, mayGo) {
      const originalTime = await originalTimeFor(booking, kinds.find)
      if (!originalTime.ok) return { kind: 'seriesUnknown', problem: originalTime.error }
      const reply = await send(booking, originalTime.value, verdict, mayGo)
      log.info('feishu.replied', {
        booking: booking.id,
        verdict,
        originalTime: originalTime.value,
        outcome: reply.kind,
      })
      return reply
    },
  }
}
