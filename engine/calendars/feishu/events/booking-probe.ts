import * as v from 'valibot'
import type { ProblemCode } from '../../../../shared/reading/problem.ts'
import { err, ok, type Result } from '../../../../shared/result.ts'
import { seconds } from '../../../../shared/time/time.ts'
import type { BookingProbe, BookingStep, CalendarProblem } from '../../../room-calendar.ts'
import type { Get } from '../calls/connection.ts'
import type { Call } from '../calls/exchange.ts'
import { createCalendarCall } from './calendar-calls.ts'
import { eventCodes } from './event-codes.ts'
import { findOwnCalendars } from './own-calendar.ts'
import { limitsFrom, reserveScopeCall } from './reserve-scope.ts'

/** No calendar and no event have these ids, so none of the calls can change anything. */
const noEvents = '/calendar/v4/calendars/feishu.cn_none@group.calendar.feishu.cn/events'
const noEvent = `${noEvents}/none_0`

const calls: Readonly<Record<BookingStep, Pick<Call<unknown>, 'method' | 'path'>>> = {
  makeEntry: { method: 'POST', path: noEvents },
  askRoom: { method: 'POST', path: `${noEvent}/attendees` },
  readAnswer: { method: 'GET', path: `${noEvent}/attendees` },
  removeEntry: { method: 'DELETE', path: noEvent },
}

/** The refusals of calls that could not have succeeded: the app has the permission. */
const expected: readonly ProblemCode[] = ['unexpected', 'calendarDenied']

/** Texts that are numbers make no calendar. */
const calendarOfNoKind: Call<unknown> = {
  ...createCalendarCall,
  name: 'probe makeCalendar',
  expected,
  body: { summary: 0, description: 0, permissions: 0 },
}

const callOf = (step: BookingStep): Call<unknown> => ({
  ...calls[step],
  ...(calls[step].method === 'POST' && { body: {} }),
  name: `probe ${step}`,
  answer: v.unknown(),
  codes: eventCodes,
  expected,
  rank: 'beside',
  timeLimit: seconds(10),
})

/** What booking at the door needs, by calls that change nothing. */
export const createBookingProbe = (get: Get, roomId: string): BookingProbe => ({
  async hasCalendar() {
    const found = await findOwnCalendars(get)
    return found.ok ? ok(found.value.length > 0) : found
  },
  async mayMakeCalendar() {
    const answer = await get(calendarOfNoKind)
    return answer.ok || !isDenied(answer.error) ? ok(undefined) : answer
  },
  may: (step) => may(get, step),
  async limits(): Promise<Result<ReturnType<typeof limitsFrom>, CalendarProblem>> {
    const answer = await get(reserveScopeCall(roomId))
    return answer.ok ? ok(limitsFrom(answer.value)) : err(answer.error)
  },
})

/** Why the app may not take all steps of a booking; undefined if it may. A booking that can't be removed must not be made. */
export async function denialOf(get: Get): Promise<CalendarProblem | undefined> {
  const answers = await Promise.all(steps.map((step) => may(get, step)))
  for (const answer of answers) if (!answer.ok) return answer.error
  return undefined
}

const steps: readonly BookingStep[] = ['makeEntry', 'askRoom', 'readAnswer', 'removeEntry']

async function may(get: Get, step: BookingStep): Promise<Result<void, CalendarProblem>> {
  const answer = await get(callOf(step))
  return answer.ok || !isDenied(answer.error) ? ok(undefined) : answer
}

/** The permissions are checked before the ids. Any other refusal means that the app has them. */
const isDenied = ({ code }: CalendarProblem): boolean => !expected.includes(code)
