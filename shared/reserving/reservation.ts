import type { ProblemCode } from '../reading/problem.ts'
import type { Instant, Interval } from '../time/time.ts'

declare const reservationId: unique symbol

/** Names a reservation to this door, and its attempt to the calendar. Nobody else looks inside. */
export type ReservationId = string & { readonly [reservationId]: true }

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place where a ReservationId is made
export const reservationIdOf = (text: string): ReservationId => text as ReservationId

/** What the calendar made for a reservation. */
export interface CalendarEntry {
  /** Its name. Nobody but the calendar's client looks inside. */
  readonly name: string
  /** The meeting of the booking that the room's schedule has once the room has accepted. */
  readonly meeting: string
}

/** A booking that the door makes: it is on the disk before anything is sent, and ends `booked` or `gone`, whatever dies when. */
export interface Reservation extends Interval {
  readonly id: ReservationId
  /** The id of the room, as the configuration has it. */
  readonly room: string
  /** Of the tap. */
  readonly at: Instant
  readonly state: ReservationState
}

/**
 * - `asked`: the calendar is being asked to make the entry, for the so-many-th time
 * - `lost`: it was asked, and no answer says whether it made one
 * - `made`: the entry is in the calendar, and the room was not asked yet
 * - `waiting`: the room was asked, and has not answered
 * - `booked`: the room accepted, and the schedule has the booking
 * - `cleaning`: the entry is being taken out of the calendar again
 * - `gone`: there is no entry in the calendar
 * - `uncertain`: the same as `cleaning`, and nobody waits for it any more
 */
export type ReservationState =
  | { readonly kind: 'asked'; readonly times: number }
  | ({ readonly kind: 'lost' } & Tried)
  | { readonly kind: 'made'; readonly entry: CalendarEntry }
  | ({ readonly kind: 'waiting'; readonly entry: CalendarEntry; readonly since: Instant } & Tried)
  | { readonly kind: 'booked'; readonly entry: CalendarEntry; readonly at: Instant }
  | ({ readonly kind: 'cleaning'; readonly at: Instant } & Unwanted & Tried)
  | ({ readonly kind: 'gone'; readonly at: Instant } & Pick<Unwanted, 'because'>)
  | ({ readonly kind: 'uncertain'; readonly at: Instant } & Unwanted & Tried)

interface Tried {
  /** How often the state's own step was tried. */
  readonly tries: number
}

interface Unwanted {
  readonly entry: CalendarEntry
  readonly because: ReservationFailure
}

/**
 * Why nothing was booked.
 *
 * - `declined`: the room said no; mostly, somebody was faster
 * - `unanswered`: the room did not answer in time
 * - `interrupted`: the program died meanwhile
 * - `taken`: the room was booked or closed before the calendar was asked
 * - `notStored`: the disk did not take it, so nothing was sent
 */
export type ReservationFailure =
  | 'declined'
  | 'unanswered'
  | 'interrupted'
  | 'taken'
  | 'notStored'
  | ProblemCode

/** Whether it may still become a booking, or leave one behind: the door is not green meanwhile. */
export const isOpen = ({ state }: Reservation): boolean =>
  state.kind !== 'booked' && state.kind !== 'gone' && state.kind !== 'uncertain'

/** What of it is in the calendar, as far as is known. */
export const entryOf = ({ state }: Reservation): CalendarEntry | undefined =>
  'entry' in state ? state.entry : undefined
