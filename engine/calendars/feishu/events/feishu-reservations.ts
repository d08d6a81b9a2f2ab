import { err, ok, type Result } from '../../../../shared/result.ts'
import type { Interval } from '../../../../shared/time/time.ts'
import type {
  BusyRooms,
  ListedEntry,
  Making,
  ReservationCalendar,
  RoomAcceptance,
} from '../../../reservation-calendar.ts'
import type { CalendarProblem } from '../../../room-calendar.ts'
import { freebusyOfCall, scheduleFrom } from '../bookings/schedule.ts'
import type { FreebusyAnswer } from '../calls/answers.ts'
import type { FeishuConnection, FeishuDependencies, Get } from '../calls/connection.ts'
import type { CallFault } from '../calls/problems.ts'
import type { BookingAccount } from './booking-account.ts'
import { entryAt, eventPlaceOf } from './entry-name.ts'
import type { AttendeesAnswer } from './event-answers.ts'
import { addRoomCall, attendeesCall, createEventCall, deleteEventCall } from './event-calls.ts'
import { markIn } from './event-mark.ts'
import { eventsIn, type ListedEvent } from './listed-events.ts'
import { limitsFrom, reserveScopeCall } from './reserve-scope.ts'

/** Books the room by events of a calendar that is the app's own: only these are ever changed or deleted. */
export function createFeishuReservations(
  { get, call, retried, token }: FeishuConnection,
  { roomId, contact, clock }: Pick<FeishuDependencies, 'roomId' | 'contact' | 'clock'>,
  { own, denial }: BookingAccount,
): ReservationCalendar {
  /** A calendar that is gone, or not the app's any more, is looked for anew the next time. */
  const noting = (problem: CalendarProblem): CalendarProblem => {
    if (problem.code === 'calendarDenied') own.forget()
    return problem
  }

  return {
    async readLimits(room = roomId) {
      const calendar = await own.id()
      if (!calendar.ok) return calendar
      const [answer, denied] = await Promise.all([
        get(reserveScopeCall(room)),
        room === roomId ? denial() : undefined,
      ])
      if (denied !== undefined) return err(denied)
      return answer.ok ? ok(limitsFrom(answer.value)) : answer
    },
    async readBusy(rooms, window) {
      const answer = await get({ ...freebusyOfCall(rooms, window), isAwaited: true })
      return answer.ok ? ok(busyFrom(answer.value, rooms, window)) : answer
    },
    async make(wanted) {
      const calendar = await own.id()
      if (!calendar.ok) return { kind: 'refused', problem: calendar.error }
      const what = createEventCall(calendar.value, wanted)
      // Asking for a token may be repeated, this may not: so the token is there before.
      const ready = await retried(() => token.get(what.timeLimit))
      if (!ready.ok) return { kind: 'refused', problem: ready.error.problem }
      const answer = await call(what)
      if (!answer.ok) return notMade(answer.error, wanted.start <= clock.now(), noting)
      return {
        kind: 'made',
        entry: entryAt({ calendarId: calendar.value, eventId: answer.value.data.event.event_id }),
      }
    },
    async askRoom(entry, room) {
      const answer = await call(addRoomCall(eventPlaceOf(entry), room, contact))
      // What may have been carried out is settled by reading the room's answer.
      return answer.ok || !isCertain(answer.error) ? ok(undefined) : err(noting(answer.error.problem))
    },
    async readAnswer(entry, room) {
      const answer = await get(attendeesCall(eventPlaceOf(entry)))
      if (answer.ok) return ok(answerFrom(answer.value, room))
      return isGone(answer.error) ? ok('gone') : answer
    },
    async remove(entry) {
      const answer = await retried(() => call(deleteEventCall(eventPlaceOf(entry))))
      return answer.ok || isGone(answer.error.problem) ? ok(undefined) : err(noting(answer.error.problem))
    },
    async list(stretch: Interval): Promise<Result<readonly ListedEntry[], CalendarProblem>> {
      const calendars = await own.all()
      if (!calendars.ok) return calendars
      const entries = await entriesIn(get, calendars.value, stretch, roomId)
      return entries.ok ? entries : err(noting(entries.error))
    },
  }
}

const busyFrom = (answer: FreebusyAnswer, rooms: readonly string[], window: Interval): BusyRooms =>
  new Map(
    rooms.flatMap((room) => {
      const read = scheduleFrom(answer, room, window)
      return read.ok ? [[room, read.value] as const] : []
    }),
  )

const isCertain = ({ nature }: CallFault): boolean => nature !== 'unanswered' && nature !== 'strange'

function notMade(
  { nature, problem }: CallFault,
  hasBegun: boolean,
  noting: (problem: CalendarProblem) => CalendarProblem,
): Making {
  const isForStart = hasBegun && badParameters.includes(problem.calendarCode)
  const mayBeKnown = !isForStart && problem.calendarCode === keyUsed
  if (mayBeKnown || !isCertain({ nature, problem })) return { kind: 'unsure', problem }
  return { kind: isForStart ? 'begun' : 'refused', problem: noting(problem) }
}

/** No page says whether an event may be created that has begun. */
const badParameters: readonly (number | undefined)[] = [190002, 190014]
/** Also the code for a key that the calendar knows already: a server on the way may have sent the request twice. */
const keyUsed = 190014

/** There is no such event, or it is deleted. */
const goneCodes: readonly (number | undefined)[] = [193001, 193003]
const isGone = ({ calendarCode }: CalendarProblem): boolean => goneCodes.includes(calendarCode)

function answerFrom({ data }: AttendeesAnswer, roomId: string): RoomAcceptance {
  const room = data.items.find(({ room_id: id }) => id === roomId)
  if (room === undefined) return 'notAsked'
  if (room.rsvp_status === 'accept') return 'accepted'
  return room.rsvp_status === 'decline' || room.rsvp_status === 'removed' ? 'declined' : 'waiting'
}

async function entriesIn(
  get: Get,
  calendars: readonly string[],
  stretch: Interval,
  roomId: string,
): Promise<Result<readonly ListedEntry[], CalendarProblem>> {
  const entries: ListedEntry[] = []
  for (const calendar of calendars) {
    // oxlint-disable-next-line no-await-in-loop -- there is hardly ever a second one
    const answer = await eventsIn(get, calendar, stretch)
    if (!answer.ok) return answer
    entries.push(...entriesFrom(answer.value, calendar, roomId))
  }
  return ok(entries)
}

const entriesFrom = (
  events: readonly ListedEvent[],
  calendarId: string,
  roomId: string,
): readonly ListedEntry[] =>
  events.flatMap(({ event_id: eventId, description, status, create_time: madeAt }) => {
    const mark = markIn(description)
    if (mark === undefined || madeAt === undefined || status === 'cancelled') return []
    const { roomId: room, ...made } = mark
    return [{ ...made, isOwnRoom: room === roomId, entry: entryAt({ calendarId, eventId }), madeAt }]
  })
