import type { HttpRequest } from '../../../../engine/ports.ts'
import { minutes, seconds } from '../../../../shared/time/time.ts'
import type { Arrival } from '../../tablet/between.ts'
import { isGood } from '../../tablet/good-answer.ts'
import type { Call } from '../../tablet/line.ts'
import type { Door } from '../door.ts'
import { type Attempt, isLeftOver } from './attempt.ts'
import { attemptOf, attemptsAt, isAwaited, type Known, noteMade } from './attempts.ts'
import { type BookingCall, bookingCallFrom } from './booking-call.ts'
import { judgeReach } from './reach.ts'

/** Ms that a panel waits for an answer, at most. */
const longestWait = seconds(10)
/** A rest that the platform asks for without a time is of a minute and a half. Ms. */
const shortRest = minutes(1.5)

/** Watches one request about the doors' bookings; undefined if it is about something else. */
export function watchBookingCall(door: Door, request: HttpRequest): Call | undefined {
  const call = bookingCallFrom(request)
  if (call === undefined) return undefined
  const before: Known = new Set(door.world.eventsOf(door.app))
  const attempt = judgeCall(door, call)
  let isDenied = false
  return {
    decided: (arrival) => {
      noteTrouble(door, arrival)
      isDenied = call.kind !== 'beside' && saysDenied(arrival)
      if (attempt === undefined || !mayBeCarriedOut(arrival)) return
      if (call.kind === 'make') noteMaking(door, attempt, before)
      if (call.kind === 'ask') noteAsking(door, attempt)
    },
    answered: () => {
      if (isDenied) door.memory.deniedAt = door.time.now()
    },
  }
}

/** Gives the attempt that the request belongs to. */
function judgeCall(door: Door, call: BookingCall): Attempt | undefined {
  switch (call.kind) {
    case 'make':
      return judgeMaking(door, call)
    case 'ask':
      return judgeOwn(door, call.eventId, 'asks a room to take')
    case 'remove':
      return judgeRemoval(door, call.eventId)
    case 'change':
      return judgeOwn(door, call.eventId, 'changes')
    case 'look':
    case 'beside':
      return undefined
  }
}

/** One tap makes one event; and a door goes for one booking at a time. */
function judgeMaking(door: Door, call: Extract<BookingCall, { kind: 'make' }>): Attempt | undefined {
  const { court, tablet } = door
  const mine = attemptsAt(door)
  const known = call.key === undefined ? undefined : mine.find(({ key }) => key === call.key)
  const attempt = known ?? mine.findLast(({ key, isForgotten }) => key === undefined && !isForgotten)
  if (attempt === undefined) {
    court.accuse('B3 one tap is one event', `${tablet.name} makes one that nobody asked for`)
    return undefined
  }
  if (mine.some((one) => one !== attempt && isOpen(door, one)))
    court.accuse('B3 one tap is one event', `${tablet.name} books while it books`)
  const { deniedAt } = door.memory
  if (deniedAt !== undefined && attempt.tappedAt > deniedAt + seconds(1))
    court.accuse('B8 what the app may not do is not begun', `${tablet.name} was denied a step before`)
  attempt.key ??= call.key
  judgeReach(door, call, attempt, known !== undefined)
  return attempt
}

const isOpen = (door: Door, attempt: Attempt): boolean =>
  isAwaited(door, attempt) && !attempt.isLost && !attempt.isTouched && attempt.events.some(isLeftOver)

/** Only what doors have made is changed, and only what this door made. */
function judgeOwn(door: Door, eventId: string, what: string): Attempt | undefined {
  const attempt = attemptOf(door, uidIn(eventId))
  if (attempt?.door !== door.tablet.name)
    door.court.accuse('B4 only our own events are touched', `${door.tablet.name} ${what} ${eventId}`)
  return attempt
}

/** The sweeper of one panel takes away what another one of the room has left. */
function judgeRemoval(door: Door, eventId: string): Attempt | undefined {
  const { court, everything, tablet } = door
  const attempt = attemptOf(door, uidIn(eventId))
  if (attempt === undefined)
    court.accuse('B4 only our own events are touched', `${tablet.name} deletes ${eventId}`)
  // Who ends a meeting ends what extends it.
  const isEnded = attempt?.wish === 'extend' && everything.endAskedAt.size > 0
  if (isEnded) everything.checkIns = everything.checkIns.filter(({ uid }) => uid !== uidIn(eventId))
  if (attempt?.told === 'booked' && !attempt.isLost && !attempt.isTouched && !isEnded)
    court.accuse('B2 an event ends booked or gone', `${tablet.name} deletes ${eventId}, which is booked`)
  return attempt
}

/** `<uid>_0`. */
const uidIn = (eventId: string): string => eventId.replace(/_\d+$/, '')

function noteMaking(door: Door, attempt: Attempt, before: Known): void {
  attempt.timesMade++
  noteMade(door, attempt, before)
  if (attempt.events.length > 1)
    door.court.accuse('B3 one tap is one event', `${door.tablet.name} has made ${attempt.events.length}`)
  // It is asked for once more, and for a later start if it was refused because it had begun.
  if (attempt.timesMade > 3)
    door.court.accuse('B3 one tap is one event', `asked for ${attempt.timesMade} times`)
}

function noteAsking({ court, tablet }: Door, attempt: Attempt): void {
  attempt.timesAsked++
  if (attempt.timesAsked > 1) court.accuse('B3 one tap is one event', `${tablet.name} asks the room again`)
}

/** A scope of the app's, or its bot, is missing. */
const saysDenied = ({ outcome, isGenuine, isHeard }: Arrival): boolean =>
  isGenuine &&
  isHeard &&
  outcome.kind === 'answer' &&
  outcome.delay < longestWait &&
  /"code":(99991672|190007)\b/.test(outcome.answer.body)

/** A token that is refused is refused before the call is read. */
const mayBeCarriedOut = ({ outcome, isHeard }: Arrival): boolean =>
  isHeard && !(outcome.kind === 'answer' && /"code":999916(61|63|64|71)\b/.test(outcome.answer.body))

/** Where the platform wants to be left alone, a panel does not go on with its bookings, whichever call it was. */
export function noteRest({ time, memory }: Door, { outcome }: Arrival): void {
  if (outcome.kind === 'answer' && restIn(outcome) > 0)
    memory.troubleUntil = Math.max(memory.troubleUntil, time.now() + restIn(outcome))
}

/** What the panel can't be blamed for: from then on it has some minutes to bring it to its end. */
function noteTrouble({ time, memory }: Door, { outcome, isGenuine }: Arrival): void {
  const isHeard = outcome.kind === 'answer' && isGenuine && outcome.delay < longestWait
  if (isHeard && (saysNone(outcome.answer.body) || isGood(outcome))) return
  memory.troubleUntil = Math.max(memory.troubleUntil, time.now() + restIn(outcome))
}

/** That there is none any more is what a panel hopes for. */
const saysNone = (body: string): boolean => /"code":19300[13]\b/.test(body)

function restIn(outcome: Arrival['outcome']): number {
  if (outcome.kind !== 'answer') return longestWait
  const reset = seconds(Number(outcome.answer.headers['x-ogw-ratelimit-reset'] ?? 0))
  return Math.max(reset, outcome.answer.body.includes('"code":99991400') ? shortRest : 0)
}
