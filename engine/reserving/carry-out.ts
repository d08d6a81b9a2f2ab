import type { ReservationEvent } from '../../shared/reserving/evolve-reservation.ts'
import { isNeverMade, mostTimesAsked, type Step } from '../../shared/reserving/next-step.ts'
import { type CalendarEntry, entryOf, type Reservation } from '../../shared/reserving/reservation.ts'
import { contains, days, type Instant, instantOf, minutes, plus, seconds } from '../../shared/time/time.ts'
import type { Making, ReservationCalendar } from '../reservation-calendar.ts'
import type { CalendarProblem } from '../room-calendar.ts'
import type { Clock } from '../ports.ts'
import type { RefreshSchedule } from '../reading/refresh-schedule.ts'
import { checkInBooked, type CheckInBookedParts } from './check-in-booked.ts'

export interface CarryOutParts extends CheckInBookedParts {
  readonly calendar: ReservationCalendar
  readonly clock: Clock
  readonly refresh: RefreshSchedule
  /** The booking's title in people's calendars, and the room's time zone. */
  readonly written: () => { readonly title: string; readonly timeZone: string }
}

/** Carries out the next step of a reservation. Resolves to its result as an event. */
export async function carryOut(
  parts: CarryOutParts,
  { kind }: Step,
  reservation: Reservation,
): Promise<ReservationEvent> {
  const entry = entryOf(reservation)
  if (kind === 'make') return make(parts, reservation)
  if (kind === 'doubt') return doubt(parts, reservation)
  if (kind === 'giveUp')
    return { kind: 'givenUp', because: reservation.state.kind === 'waiting' ? 'unanswered' : 'interrupted' }
  if (kind === 'find' || entry === undefined) return find(parts, reservation)
  switch (kind) {
    case 'askRoom':
      return askRoom(parts, reservation, entry)
    case 'look':
      return look(parts, reservation, entry)
    case 'remove':
      return remove(parts, reservation, entry)
  }
}

/** A room that declines is not as the schedule has it, so nobody is told what became of it before the next reading. */
async function remove(
  parts: CarryOutParts,
  { state, wish }: Reservation,
  entry: CalendarEntry,
): Promise<ReservationEvent> {
  const isRefuted = state.kind === 'cleaning' && state.because === 'declined' && state.tries === 0
  const [removed] = await Promise.all([
    parts.calendar.remove(entry),
    isRefuted && wish !== 'elsewhere' && parts.refresh(parts.clock.elapsed(), true),
  ])
  return { kind: removed.ok ? 'removed' : 'tried' }
}

async function make(parts: CarryOutParts, reservation: Reservation): Promise<ReservationEvent> {
  const making = await parts.calendar.make({ ...reservation, ...parts.written() })
  return afterMaking(parts, making, reservation)
}

function afterMaking(
  parts: CarryOutParts,
  making: Making,
  { state, start: refused, end }: Reservation,
): ReservationEvent {
  const times = state.kind === 'asked' ? state.times : 0
  switch (making.kind) {
    case 'made':
      return { kind: 'made', entry: making.entry }
    case 'unsure':
      return { kind: times < mostTimesAsked ? 'askedAgain' : 'lost' }
    case 'begun': {
      const start = nextMinute(instantOf(Math.max(parts.clock.now() + untilMade, refused)))
      if (times === 1 && start < end) return { kind: 'startMoved', start }
      return afterRefusal(making.problem, times)
    }
    case 'refused':
      return afterRefusal(making.problem, times)
  }
}

/** A repeated key may be refused because it is known: then the first request has made the entry. */
function afterRefusal({ code }: CalendarProblem, times: number): ReservationEvent {
  return times > 1 ? { kind: 'lost' } : { kind: 'refused', because: code }
}

/** So long a request may be on its way, and the calendar's clock be ahead, ms: what begins sooner would have begun by then. */
const untilMade = seconds(2)

const nextMinute = (now: Instant): Instant => instantOf((Math.floor(now / minutes(1)) + 1) * minutes(1))

/** Looks for the entry by our mark. */
async function find({ calendar, clock }: CarryOutParts, reservation: Reservation): Promise<ReservationEvent> {
  // A writer of the calendar may have moved it meanwhile.
  const around = { start: plus(reservation.start, -days(1)), end: plus(reservation.end, days(1)) }
  const listed = await calendar.list({ ...reservation, ...around })
  if (!listed.ok) return { kind: 'tried' }
  const found = listed.value.find((one) => one.reservation === reservation.id)
  if (found !== undefined) return { kind: 'made', entry: found.entry }
  return isNeverMade(reservation, clock.now()) ? { kind: 'neverMade' } : { kind: 'tried' }
}

/** The room may have accepted since the last reading: the door is not green by one from before. */
async function doubt({ refresh, clock }: CarryOutParts, { wish }: Reservation): Promise<ReservationEvent> {
  if (wish !== 'elsewhere') await refresh(clock.elapsed(), true)
  return { kind: 'doubted' }
}

async function askRoom(
  parts: CarryOutParts,
  { room }: Reservation,
  entry: CalendarEntry,
): Promise<ReservationEvent> {
  const asked = await parts.calendar.askRoom(entry, room)
  if (asked.ok) return { kind: 'roomAsked' }
  return { kind: 'givenUp', because: asked.error.code }
}

async function look(
  parts: CarryOutParts,
  reservation: Reservation,
  entry: CalendarEntry,
): Promise<ReservationEvent> {
  const answer = await parts.calendar.readAnswer(entry, reservation.room)
  if (!answer.ok) return { kind: 'tried' }
  switch (answer.value) {
    case 'accepted':
      return prove(parts, reservation, entry)
    case 'declined':
      return { kind: 'givenUp', because: 'declined' }
    case 'gone':
      return { kind: 'givenUp', because: 'interrupted' }
    case 'notAsked':
    case 'waiting':
      return { kind: 'tried' }
  }
}

/**
 * Proves by a reading of now that the room's schedule has the booking. The visitor who books is at the door, so
 * they are checked in before the door shows the booking.
 */
async function prove(
  parts: CarryOutParts,
  reservation: Reservation,
  { meeting }: CalendarEntry,
): Promise<ReservationEvent> {
  if (reservation.wish === 'elsewhere')
    return (await isListedElsewhere(parts, reservation, meeting)) ? { kind: 'proven' } : { kind: 'tried' }
  const schedule = await parts.refresh(parts.clock.elapsed(), true)
  const booking = schedule?.bookings.find((one) => one.meeting === meeting)
  // A writer of the calendar may have moved it meanwhile.
  const moment = momentOf(reservation, parts.clock.now())
  if (schedule === undefined || booking === undefined || !contains(booking, moment)) return { kind: 'tried' }
  const isCheckedIn = await checkInBooked(parts, reservation, booking, schedule.bookings)
  const { start, end } = booking
  return isCheckedIn ? { kind: 'proven', booked: { start, end } } : { kind: 'tried' }
}

/** When the room is looked for in its schedule. People may have had it to its end while the disk could not be read. */
const momentOf = ({ start, end }: Reservation, now: Instant): Instant =>
  start < now && now < end ? now : start

async function isListedElsewhere(
  { calendar }: CarryOutParts,
  reservation: Reservation,
  meeting: string,
): Promise<boolean> {
  const read = await calendar.readBusy([reservation.room], reservation)
  if (!read.ok) return false
  return read.value.get(reservation.room)?.some((one) => one.meeting === meeting) ?? false
}
