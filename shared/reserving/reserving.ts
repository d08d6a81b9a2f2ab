import type { Booking } from '../booking/booking.ts'
import type { Schedule } from '../reading/reading.ts'
import { contains, type Instant, type Interval, minutes, plus } from '../time/time.ts'
import { provenWithin } from './next-step.ts'
import {
  entryOf,
  hasRoom,
  isOpen,
  type Reservation,
  type ReservationFailure,
  type ReservationId,
} from './reservation.ts'
import type { RoomLimits } from './room-limits.ts'
import type { FoundRooms } from './found-rooms.ts'

/** The panel's state of booking its room. */
export interface Reserving {
  /** Undefined until the panel knows that the door may book. */
  readonly limits?: RoomLimits
  /** The stored reservations were not read yet, so the door may be booking. */
  readonly isUnread?: true
  /** The stored reservations, recent ones and those under way, oldest first. */
  readonly reservations: readonly Reservation[]
  /**
   * Those that an earlier panel has settled. It may be hours ago, and this panel does not know what time it is: the
   * door does not say what became of them again.
   */
  readonly past?: readonly ReservationId[]
  /**
   * The meetings of the entries that were removed last. A schedule may have them for some seconds more, and the calendar
   * has said that they are gone.
   */
  readonly removed?: readonly string[]
  /** A visitor tapped for this time, and no request was sent yet. */
  readonly tapped?: Sought
  /** The rooms that a visitor looked for last. */
  readonly found?: FoundRooms
  /** The last tap that led to no request. */
  readonly refused?: Refused
}

/** A time that a visitor wants to be booked. */
export type Sought = Pick<Reservation, 'wish' | 'room' | 'start' | 'end'>

export interface Refused {
  readonly because: ReservationFailure
  readonly at: Instant
}

export const nothingReserved: Reserving = { reservations: [] }

export type ReservingEvent =
  /** The door may book, and reads the reservations that it was making when it died. */
  | { readonly kind: 'opening' }
  | { readonly kind: 'limitsRead'; readonly limits: RoomLimits }
  /** The door may not book, or that is not known. */
  | { readonly kind: 'limitsLost' }
  | { readonly kind: 'tapped'; readonly sought: Sought }
  | ({ readonly kind: 'refused' } & Refused)
  | { readonly kind: 'lookedAround'; readonly found: FoundRooms }
  /**
   * `isOpening`: an earlier panel has left them. `others`: those of other doors, of which this one does not say what became
   * of them.
   */
  | {
      readonly kind: 'kept'
      readonly reservations: readonly Reservation[]
      readonly isOpening?: true
      readonly others?: readonly ReservationId[]
    }
  /** What became of the tap is among the reservations, or is in doubt. */
  | { readonly kind: 'answered' }

/** The state after `event`. Applying an event twice is harmless. */
export function reservingAfter(reserving: Reserving, event: ReservingEvent): Reserving {
  const { tapped: _, ...known } = reserving
  switch (event.kind) {
    case 'opening':
      return { ...reserving, isUnread: true }
    case 'limitsRead':
      return { ...reserving, limits: event.limits }
    case 'limitsLost': {
      const { limits: __, ...rest } = reserving
      return rest
    }
    case 'tapped':
      return { ...reserving, tapped: event.sought }
    case 'lookedAround':
      return { ...reserving, found: event.found }
    case 'answered':
      return known
    case 'refused':
      return { ...known, refused: { because: event.because, at: event.at } }
    case 'kept': {
      const { isUnread: __, ...read } = event.reservations.some(isOpen) ? known : reserving
      const past = event.reservations.filter((one) => !isOpen(one)).map(({ id }) => id)
      const removed = [...(reserving.removed ?? []), ...removedSince(reserving, event)].slice(-mostRemoved)
      return {
        ...read,
        reservations: event.reservations,
        ...(event.isOpening && { past }),
        ...(event.others && { past: event.others }),
        ...(removed.length > 0 && { removed }),
      }
    }
  }
}

/** More than a door removes while a schedule still has the first of them. */
const mostRemoved = 10

const removedSince = (
  before: Reserving,
  { reservations }: Pick<Reserving, 'reservations'>,
): readonly string[] =>
  before.reservations
    .filter(({ id }) => reservations.some((one) => one.id === id && one.state.kind === 'gone'))
    .flatMap((one) => entryOf(one)?.meeting ?? [])

/** The schedule without what the calendar has removed for certain. Returns the same object if it has none of that. */
export function withoutRemoved(schedule: Schedule, { removed = [] }: Reserving): Schedule {
  const isLeft = ({ meeting }: Booking): boolean => !removed.includes(meeting)
  return schedule.bookings.every(isLeft)
    ? schedule
    : { ...schedule, bookings: schedule.bookings.filter(isLeft) }
}

/** What the door is booking just now. The door is not green meanwhile (law 1 of booking). */
export const underWay = ({ tapped, reservations }: Reserving): Sought | undefined =>
  tapped ?? reservations.find(isOpen)

/** Whether a visitor may still wait at the door. A panel that hears from no calendar keeps a reservation open for longer. */
export const isAwaited = ({ tapped, reservations }: Reserving, now: Instant): boolean =>
  tapped !== undefined ||
  reservations.some((one) => isOpen(one) && one.at <= now && now < plus(one.at, provenWithin))

/** When the last of them has waited long enough. */
export const awaitedUntil = ({ reservations }: Reserving): Instant | undefined =>
  reservations
    .filter(isOpen)
    .map(({ at }) => plus(at, provenWithin))
    .toSorted((one, other) => one - other)
    .at(-1)

/** A booking of the snapshot, marked if a visitor has made it at this door. */
export function marked({ reservations }: Reserving, booking: Booking): Booking {
  const isFromDoor = reservations.some((one) => hasRoom(one) && isOf(one, booking))
  return isFromDoor ? { ...booking, isFromDoor } : booking
}

const isOf = (reservation: Reservation, { meeting }: Booking): boolean =>
  entryOf(reservation)?.meeting === meeting

/**
 * Whether visitors have booked it who were at the door for it, or have started it early. They are checked in, also where
 * the journal that had their check-in was lost.
 */
export const isBookedByPresent = ({ reservations }: Reserving, booking: Booking): boolean =>
  reservations.some(
    (one) =>
      one.state.kind === 'booked' &&
      isForPresent(one) &&
      (isOf(one, booking) || (one.wish === 'startEarly' && one.end === booking.start)),
  )

/**
 * Whether it is the booking that a visitor has just made for now, and begins with the next minute: the calendar lets none begin
 * in the past. The visitor has the room until then, too.
 */
export const isAboutToBegin = ({ reservations }: Reserving, booking: Booking, now: Instant): boolean =>
  reservations.some(
    (one) =>
      one.state.kind === 'booked' &&
      isForPresent(one) &&
      one.start === booking.start &&
      one.start <= plus(one.state.at < now ? one.state.at : now, minutes(2)) &&
      isOf(one, booking),
  )

/** Who books for later, or another room, is not there yet. */
const isForPresent = ({ wish }: Reservation): boolean => wish !== 'later' && wish !== 'elsewhere'

/** Whether a visitor has made it at this door, or is making it. */
export const isOwn = ({ reservations }: Reserving, booking: Booking): boolean =>
  reservations.some((one) => isOf(one, booking))

/** The time of a day that the door has booked its room for, ms. */
export const bookedIn = ({ reservations }: Reserving, day: Interval): number =>
  reservations
    .filter((one) => hasRoom(one) && one.wish !== 'elsewhere' && contains(day, one.start))
    .reduce((sum, { start, end }) => sum + end - start, 0)
