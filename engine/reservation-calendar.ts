import type { CalendarEntry, Reservation, ReservationId } from '../shared/reserving/reservation.ts'
import type { RoomLimits } from '../shared/reserving/room-limits.ts'
import type { Result } from '../shared/result.ts'
import type { Instant, Interval } from '../shared/time/time.ts'
import type { ItDesk } from './it-desk.ts'
import type { CalendarProblem, ListedBooking, RoomCalendar } from './room-calendar.ts'
import type { SharedCheckIns } from './shared-check-ins.ts'
import type { SharedReleases } from './shared-releases.ts'
import type { SharedReservations } from './shared-reservations.ts'

/** The room's calendar as a door has it. */
export interface DoorCalendar extends RoomCalendar {
  /** Missing where a door can't book. */
  readonly reservations?: ReservationCalendar
  /** The same where a hub books for its doors; missing at a door that books by itself. */
  readonly sharedReservations?: SharedReservations
  /** Missing where there is no hub. */
  readonly itDesk?: ItDesk
  /** Missing where a door is alone with its check-ins. */
  readonly checkIns?: SharedCheckIns
  /** Missing where a door releases by itself. */
  readonly releases?: SharedReleases
}

/** How a door books its room. Each call has a time limit of its own and never throws. */
export interface ReservationCalendar {
  /**
   * Whether this door may book, and what the company lets it book a room for: without one, the door's own.
   * Repeats itself on passing faults.
   */
  readonly readLimits: (room?: string) => Promise<Result<RoomLimits, CalendarProblem>>
  /**
   * The bookings of these rooms, of 20 at most, as `readSchedule` has them. A room that can't be read is missing.
   * Repeats itself on passing faults.
   */
  readonly readBusy: (
    rooms: readonly string[],
    window: Interval,
  ) => Promise<Result<BusyRooms, CalendarProblem>>
  /** Makes the entry, which has no room yet. Asked twice for one reservation it makes one entry. Sent once. */
  readonly make: (wanted: Wanted) => Promise<Making>
  /** Asks the room to take the entry, which it answers later. Sent once. */
  readonly askRoom: (entry: CalendarEntry, room: string) => Promise<Result<void, CalendarProblem>>
  /** What the room has answered by now. Repeats itself on passing faults. */
  readonly readAnswer: (
    entry: CalendarEntry,
    room: string,
  ) => Promise<Result<RoomAcceptance, CalendarProblem>>
  /** Takes the entry out of the calendar. Success says that it is not there. Repeats itself on passing faults. */
  readonly remove: (entry: CalendarEntry) => Promise<Result<void, CalendarProblem>>
  /** What doors have made in this stretch, and is still there. Makes no calendar for it. Repeats itself on passing faults. */
  readonly list: (stretch: Interval) => Promise<Result<readonly ListedEntry[], CalendarProblem>>
}

export type BusyRooms = ReadonlyMap<string, readonly ListedBooking[]>

export interface Wanted extends Pick<Reservation, 'id' | 'room' | 'wish' | 'start' | 'end'> {
  /** What people read in their calendars. */
  readonly title: string
  readonly timeZone: string
}

/**
 * - `begun`: no entry was made, for it would have begun already
 * - `refused`: no entry was made, for certain
 * - `unsure`: it may or may not be there
 */
export type Making =
  | { readonly kind: 'made'; readonly entry: CalendarEntry }
  | { readonly kind: 'begun'; readonly problem: CalendarProblem }
  | { readonly kind: 'refused'; readonly problem: CalendarProblem }
  | { readonly kind: 'unsure'; readonly problem: CalendarProblem }

/** `notAsked`: the entry has no such room; `gone`: there is no such entry any more. */
export type RoomAcceptance = 'waiting' | 'accepted' | 'declined' | 'notAsked' | 'gone'

export interface ListedEntry {
  readonly reservation: ReservationId
  /** Made for this door's room, be it by another panel of it. */
  readonly isOwnRoom: boolean
  readonly entry: CalendarEntry
  readonly madeAt: Instant
  /** What its visitor wanted; missing in an entry of a version that did not write it. */
  readonly wish?: Reservation['wish']
}
