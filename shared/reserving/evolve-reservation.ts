import type { ProblemCode } from '../reading/problem.ts'
import type { Instant, Interval } from '../time/time.ts'
import type { CalendarEntry, Reason, Reservation, ReservationState } from './reservation.ts'

export type ReservationEvent =
  /** No answer came: the calendar is asked once more, with the same key. */
  | { readonly kind: 'askedAgain' }
  /** No answer came, and it is not asked again. */
  | { readonly kind: 'lost' }
  /** The calendar would not make it, for certain. */
  | { readonly kind: 'refused'; readonly because: ProblemCode }
  /** It is certain that the calendar makes no entry in the past: it is asked for a later start. */
  | { readonly kind: 'startMoved'; readonly start: Instant }
  /** The entry is in the calendar: by its answer, or found there. */
  | { readonly kind: 'made'; readonly entry: CalendarEntry }
  /** There is no entry, and there will be none. */
  | { readonly kind: 'neverMade' }
  /** The room was asked, or may have been. */
  | { readonly kind: 'roomAsked' }
  /** The room accepted, and the schedule has the booking, at this time where it is known. */
  | { readonly kind: 'proven'; readonly booked?: Interval }
  /** The reservation is not wanted any more. */
  | { readonly kind: 'givenUp'; readonly because: Reason }
  | { readonly kind: 'removed' }
  /** The state's own step was tried, without a result. */
  | { readonly kind: 'tried' }
  /** Removing the entry takes too long. */
  | { readonly kind: 'doubted' }
  /** The program died, and the request under way may have been sent. */
  | { readonly kind: 'interrupted' }

type Kind<Name extends ReservationState['kind']> = Extract<ReservationState, { kind: Name }>

/** The reservation after `event`. Returns the same object if the event does not concern its state. */
export function reservationAfter(
  reservation: Reservation,
  event: ReservationEvent,
  now: Instant,
): Reservation {
  const state = stateAfter(reservation.state, event, now)
  if (state === reservation.state) return reservation
  return { ...reservation, ...movedBy(event), state }
}

/** An entry that was made before its start was refused has the earlier one. */
function movedBy(event: ReservationEvent): Partial<Interval> | undefined {
  if (event.kind === 'startMoved') return { start: event.start }
  return event.kind === 'proven' ? event.booked : undefined
}

function stateAfter(state: ReservationState, event: ReservationEvent, now: Instant): ReservationState {
  switch (state.kind) {
    case 'asked':
      return afterAsked(state, event, now)
    case 'lost':
      return afterLost(state, event, now)
    case 'made':
      return afterMade(state, event, now)
    case 'waiting':
      return afterWaiting(state, event, now)
    case 'cleaning':
      return afterCleaning(state, event, now)
    case 'uncertain':
      return afterDoubt(state, event, now)
    case 'booked':
      return event.kind === 'givenUp' ? unwanted(state.entry, event.because, now) : state
    case 'gone':
      return state
  }
}

function afterAsked(state: Kind<'asked'>, event: ReservationEvent, now: Instant): ReservationState {
  if (event.kind === 'askedAgain') return { kind: 'asked', times: state.times + 1 }
  if (event.kind === 'startMoved') return { kind: 'asked', times: 1 }
  if (event.kind === 'lost' || event.kind === 'interrupted') return { kind: 'lost', tries: 0 }
  if (event.kind === 'made') return { kind: 'made', entry: event.entry }
  // The first request has not left yet, or was refused for certain.
  if (event.kind === 'givenUp')
    return state.times === 1 ? { kind: 'gone', because: event.because, at: now } : { kind: 'lost', tries: 0 }
  return event.kind === 'refused' ? { kind: 'gone', because: event.because, at: now } : state
}

function afterLost(state: Kind<'lost'>, event: ReservationEvent, now: Instant): ReservationState {
  if (event.kind === 'made') return { kind: 'made', entry: event.entry }
  if (event.kind === 'neverMade') return { kind: 'gone', because: 'unreachable', at: now }
  if (event.kind === 'doubted') return { kind: 'uncertain', because: 'unreachable', at: now, tries: 0 }
  return event.kind === 'tried' ? { ...state, tries: state.tries + 1 } : state
}

function afterMade(state: Kind<'made'>, event: ReservationEvent, now: Instant): ReservationState {
  if (event.kind === 'roomAsked' || event.kind === 'interrupted')
    return { kind: 'waiting', entry: state.entry, since: now, tries: 0 }
  return event.kind === 'givenUp' ? unwanted(state.entry, event.because, now) : state
}

function afterWaiting(state: Kind<'waiting'>, event: ReservationEvent, now: Instant): ReservationState {
  const { entry } = state
  if (event.kind === 'proven') return { kind: 'booked', entry, at: now }
  if (event.kind === 'givenUp') return unwanted(entry, event.because, now)
  if (event.kind === 'interrupted') return { ...state, since: now, tries: 0 }
  return event.kind === 'tried' ? { ...state, tries: state.tries + 1 } : state
}

const unwanted = (entry: CalendarEntry, because: Reason, at: Instant): ReservationState => ({
  kind: 'cleaning',
  entry,
  because,
  at,
  tries: 0,
})

function afterCleaning(state: Kind<'cleaning'>, event: ReservationEvent, now: Instant): ReservationState {
  if (event.kind === 'removed') return { kind: 'gone', because: state.because, at: now }
  if (event.kind === 'tried') return { ...state, tries: state.tries + 1 }
  return event.kind === 'doubted' ? { ...state, kind: 'uncertain', at: now, tries: 0 } : state
}

function afterDoubt(state: Kind<'uncertain'>, event: ReservationEvent, now: Instant): ReservationState {
  const isGone = event.kind === 'removed' || event.kind === 'neverMade'
  if (isGone) return { kind: 'gone', because: state.because, at: now }
  // It is removed soon, however long it was looked for.
  if (event.kind === 'made') return { ...state, entry: event.entry, tries: 0 }
  return event.kind === 'tried' ? { ...state, tries: state.tries + 1 } : state
}
