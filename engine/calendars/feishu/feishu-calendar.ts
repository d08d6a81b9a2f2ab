import { memoizeLast } from '../../../shared/memoize-last.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { Interval } from '../../../shared/time/time.ts'
import type { CalendarProblem, Reply, RoomCalendar, Verdict } from '../room-calendar.ts'
import { type BookingKey, bookingKeyOf } from './booking-key.ts'
import { createFarLooks } from './bookings/far-looks.ts'
import { createKnownTitles } from './bookings/known-titles.ts'
import { sendNamed } from './bookings/original-time.ts'
import { freebusyCall, scheduleFrom } from './bookings/schedule.ts'
import { titlesCall, titlesFrom } from './bookings/titles.ts'
import { connect, type FeishuDependencies } from './calls/connection.ts'
import type { Call } from './calls/exchange.ts'
import { replyCall, replyFrom } from './reply.ts'
import { readRooms } from './rooms/room-list.ts'
import { createRoomReading } from './rooms/room-reading.ts'

/** The room's calendar in Feishu or Lark. All their terms stay in this folder. */
export function createFeishuCalendar(dependencies: FeishuDependencies): RoomCalendar {
  const { clock, log, roomId } = dependencies
  const { token, call, retried } = connect(dependencies)
  const callFor = memoizeLast(freebusyCall)
  const bookingsFrom = memoizeLast(scheduleFrom)

  const get = async <T>(what: Call<T>): Promise<Result<T, CalendarProblem>> => {
    const answer = await retried(() => call(what))
    return answer.ok ? answer : err(answer.error.problem)
  }

  const readBookings = async (window: Interval, isAwaited = false) => {
    const answer = await get({ ...callFor(roomId, window), isAwaited })
    return answer.ok ? bookingsFrom(answer.value, roomId, window) : answer
  }

  const looks = createFarLooks(clock, readBookings)

  // Not repeated on any fault: a title is worth one call, and the next reading may try again.
  const readTitles = createKnownTitles(clock, async (pairs) => {
    const answer = await call(titlesCall(pairs))
    return answer.ok ? ok(titlesFrom(answer.value)) : err(answer.error.problem)
  })

  const send = async (
    key: BookingKey,
    originalTime: number,
    verdict: Verdict,
    mayGo: (() => Promise<boolean>) | undefined,
  ): Promise<Reply> => {
    const what = replyCall(roomId, key, originalTime, verdict)
    // Asking for a token may be repeated, the reply may not: so the token is there before the reply is tried.
    const ready = await retried(() => token.get(what.timeLimit))
    if (!ready.ok) return replyFrom(ready.error)
    const answer = await call(what, mayGo)
    return answer.ok ? { kind: 'accepted' } : replyFrom(answer.error)
  }

  return {
    readSchedule: readBookings,
    readTitles,
    readRoom: createRoomReading(clock, get, roomId),
    readRooms: () => readRooms(get),
    readSiblings: async (booking, known) => {
      const far = await looks.look(booking, known)
      return far.ok ? ok(far.value.siblings) : far
    },
    reply: async (booking, verdict, mayGo) => {
      const key = bookingKeyOf(booking.id)
      if (key === undefined) return { kind: 'refused', problem: nameless }
      const sendAs = async (originalTime: number): Promise<Reply> => {
        const reply = await send(key, originalTime, verdict, mayGo)
        log.info('feishu.replied', { booking: booking.id, verdict, originalTime, outcome: reply.kind })
        return reply
      }
      return sendNamed({ key, send: sendAs, look: () => looks.lately(booking) })
    },
  }
}

/** What the calendar lists without a name that we understand, or at odd times, nobody can reply to. */
const nameless: CalendarProblem = {
  code: 'unexpected',
  cause: new Error('This booking has no name in the calendar'),
}
