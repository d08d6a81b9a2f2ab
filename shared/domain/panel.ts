import type { Booking, BookingId } from './booking.ts'
import type { EndOutcome, Ending } from './ending.ts'
import type { ProblemCode } from './problem.ts'
import type { Room } from './room.ts'
import type { SetUpProblem } from './set-up.ts'
import type { Instant, Interval } from './time.ts'

/** All that the panel knows. What it shows is derived from this and the time (`snapshotOf`). */
export interface Panel {
  readonly setUp: SetUp
  readonly room: Room
  /** When the calendar was last asked about the room itself, with success or without. */
  readonly roomAskedAt?: Instant
  readonly reading: Reading
  readonly ending: Ending
}

export type SetUp = { readonly kind: 'ready' } | { readonly kind: 'notSetUp'; readonly problem: SetUpProblem }

/** The last good schedule, and the failure of the last attempt if that failed. */
export interface Reading {
  /** A reading is on its way. */
  readonly asking: boolean
  readonly schedule?: Schedule
  readonly failure?: ReadingFailure
}

export interface ReadingFailure {
  readonly code: ProblemCode
  readonly at: Instant
  /** How many attempts failed since the last good one. */
  readonly inARow: number
  /** How long the calendar wants to be left alone, ms. */
  readonly retryAfter?: number
}

export interface Schedule {
  /** Sorted by start. */
  readonly bookings: readonly Booking[]
  /** When the calendar was asked, not when it answered: what happened in between may be missing. */
  readonly readAt: Instant
  /** What was asked for. At a moment outside of it nothing is known. */
  readonly window: Interval
}

export type PanelEvent =
  | { readonly kind: 'setUp' }
  | { readonly kind: 'setUpFailed'; readonly problem: SetUpProblem }
  | { readonly kind: 'scheduleAsked' }
  | { readonly kind: 'scheduleRead'; readonly schedule: Schedule }
  | {
      readonly kind: 'scheduleFailed'
      readonly code: ProblemCode
      readonly at: Instant
      readonly retryAfter?: number
    }
  | { readonly kind: 'roomRead'; readonly room: Room; readonly at: Instant }
  | { readonly kind: 'roomAsked'; readonly at: Instant }
  | { readonly kind: 'endingBegun'; readonly booking: BookingId }
  | {
      readonly kind: 'endingSettled'
      readonly booking: BookingId
      readonly outcome: EndOutcome
      readonly at: Instant
    }
  /** Time made a leap, as after a sleep: what was read before proves nothing now. */
  | { readonly kind: 'timeLeapt' }

/** A panel that knows nothing yet. */
export const newPanel: Panel = {
  setUp: { kind: 'ready' },
  room: {},
  reading: { asking: false },
  ending: { kind: 'none' },
}

/** The panel after `event`. The same event twice does no harm. */
export function evolve(panel: Panel, event: PanelEvent): Panel {
  switch (event.kind) {
    case 'setUp':
      return { ...panel, setUp: { kind: 'ready' } }
    case 'setUpFailed':
      return { ...panel, setUp: { kind: 'notSetUp', problem: event.problem } }
    case 'roomRead':
      return { ...panel, room: event.room, roomAskedAt: event.at }
    case 'roomAsked':
      return { ...panel, roomAskedAt: event.at }
    case 'endingBegun':
      return { ...panel, ending: { kind: 'ending', booking: event.booking } }
    case 'endingSettled':
      return { ...panel, ending: { ...event, kind: 'settled' } }
    case 'scheduleAsked':
    case 'scheduleRead':
    case 'scheduleFailed':
      return { ...panel, reading: evolveReading(panel.reading, event) }
    case 'timeLeapt':
      return forgetful(panel)
  }
}

/** What was read is forgotten, and when the room was asked: that may lie in the future by the right time. */
function forgetful({ setUp, room, reading, ending }: Panel): Panel {
  return { setUp, room, reading: { asking: reading.asking }, ending }
}

type ReadingEvent = Extract<PanelEvent, { kind: 'scheduleAsked' | 'scheduleRead' | 'scheduleFailed' }>

function evolveReading(reading: Reading, event: ReadingEvent): Reading {
  switch (event.kind) {
    case 'scheduleAsked':
      return { ...reading, asking: true }
    case 'scheduleRead':
      return { asking: false, schedule: event.schedule }
    case 'scheduleFailed':
      return { ...reading, asking: false, failure: failureAfter(reading.failure, event) }
  }
}

function failureAfter(
  before: ReadingFailure | undefined,
  { code, at, retryAfter }: Extract<PanelEvent, { kind: 'scheduleFailed' }>,
): ReadingFailure {
  const isSame = before?.at === at
  const inARow = (before?.inARow ?? 0) + (isSame ? 0 : 1)
  return { code, at, inARow, ...(retryAfter !== undefined && { retryAfter }) }
}
