import type { ProblemCode } from '../reading/problem.ts'
import type { Instant, Interval } from '../time/time.ts'
import type { Wish } from './wish.ts'

declare const reservationId: unique symbol

/**
 * Identifies a reservation at this door, and its request to the calendar. All other code treats it as opaque.
 */
export type ReservationId = string & { readonly [reservationId]: true }

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the one place where a ReservationId is made
export const reservationIdOf = (text: string): ReservationId => text as ReservationId

/** The calendar's entry for a reservation. */
export interface CalendarEntry {
  /** Its id, opaque to all code except the calendar's client. */
  readonly name: string
  /** The meeting of the booking that the room's schedule has once the room has accepted. */
  readonly meeting: string
}

/**
 * A booking that the door makes. It is on the disk before a request is sent, and ends as `booked` or `gone`,
 * even after a crash at any time.
 */
export interface Reservation extends Interval {
  readonly id: ReservationId
  /** The room's id, as in the configuration. */
  readonly room: string
  /** What the visitor wanted. */
  readonly wish: Wish['kind']
  /** The time of the tap. */
  readonly at: Instant
  readonly state: ReservationState
}

/**
 * - `asked`: the calendar is being asked to make the entry, for the n-th time
 * - `lost`: it was asked, and no answer says whether it made one
 * - `made`: the entry is in the calendar, and the room was not asked yet
 * - `waiting`: the room was asked, and has not answered
 * - `booked`: the room accepted, and the schedule has the booking
 * - `cleaning`: the entry is being removed from the calendar again
 * - `gone`: there is no entry in the calendar
 * - `uncertain`: the same as `cleaning`, after the visitor was told that the result is not known; without an
 *   entry the same as `lost`
 */
export type ReservationState =
  | { readonly kind: 'asked'; readonly times: number }
  | ({ readonly kind: 'lost' } & Tried)
  | { readonly kind: 'made'; readonly entry: CalendarEntry }
  | ({ readonly kind: 'waiting'; readonly entry: CalendarEntry; readonly since: Instant } & Tried)
  | { readonly kind: 'booked'; readonly entry: CalendarEntry; readonly at: Instant }
  | ({ readonly kind: 'cleaning'; readonly at: Instant } & Unwanted & Tried)
  | ({ readonly kind: 'gone'; readonly at: Instant } & Pick<Unwanted, 'because'>)
  | ({ readonly kind: 'uncertain'; readonly at: Instant } & Doubted & Tried)

interface Tried {
  /** How often the state's own step was tried. */
  readonly tries: number
}

/** Without an entry as long as it is not known whether there is one. */
interface Doubted extends Pick<Unwanted, 'because'> {
  readonly entry?: CalendarEntry
}

interface Unwanted {
  readonly entry: CalendarEntry
  readonly because: Reason
}

/** `ended`: it extended a meeting that was ended before. That is no failure. The PIN is compared before there is a reservation. */
export type Reason = Exclude<ReservationFailure, 'wrongPin' | 'pinNotCompared'> | 'ended'

/**
 * Why the room was not booked.
 *
 * - `declined`: the room declined, usually because another person was faster
 * - `unanswered`: the room did not answer in time
 * - `interrupted`: the program died meanwhile
 * - `taken`: the room was booked or closed before the calendar was asked
 * - `notStored`: the disk refused the reservation, so no request was sent
 * - `wrongPin`: the PIN was not right, or was tried too often
 * - `pinNotCompared`: no PIN was provisioned, or the keyring or the disk does not answer
 */
export type ReservationFailure =
  | 'declined'
  | 'unanswered'
  | 'interrupted'
  | 'taken'
  | 'notStored'
  | 'wrongPin'
  | 'pinNotCompared'
  | ProblemCode

/** Whether a reservation may still become a booking, or leave one behind. The door is not green meanwhile. */
export const isOpen = ({ state }: Reservation): boolean =>
  state.kind !== 'booked' && state.kind !== 'gone' && state.kind !== 'uncertain' && !isEnded(state)

/** It is not news that an extension goes with its meeting. */
export const isEnded = (state: ReservationState): boolean => 'because' in state && state.because === 'ended'

/** Whether the room has it. An extension of a meeting that was ended stays there until the calendar has let it go. */
export const hasRoom = ({ state }: Reservation): boolean =>
  state.kind === 'booked' || (isEnded(state) && state.kind !== 'gone')

/** The reservation's entry in the calendar, as far as it is known. */
export const entryOf = ({ state }: Reservation): CalendarEntry | undefined =>
  'entry' in state ? state.entry : undefined
