import { contains, type Instant, type Interval } from '../time/time.ts'
import { isOpen, type Reservation, type ReservationFailure } from './reservation.ts'
import type { RoomLimits } from './room-limits.ts'

/** All that the panel knows of booking its room. */
export interface Reserving {
  /** Missing as long as it is not known that the door may book. */
  readonly limits?: RoomLimits
  /** What lies on the disk was not read yet: the door may be booking. */
  readonly isUnread?: true
  /** What the door has booked lately, or is booking, as it lies on the disk; oldest first. */
  readonly reservations: readonly Reservation[]
  /** Somebody wants this, and nothing was sent yet. */
  readonly tapped?: Interval
  /** The last tap of which nothing was sent. */
  readonly refused?: Refused
}

export interface Refused {
  readonly because: ReservationFailure
  readonly at: Instant
}

export const nothingReserved: Reserving = { reservations: [] }

export type ReservingEvent =
  /** The door may book, and reads what it was booking when it died. */
  | { readonly kind: 'opening' }
  | { readonly kind: 'limitsRead'; readonly limits: RoomLimits }
  /** The door may not book, or nobody knows. */
  | { readonly kind: 'limitsLost' }
  | { readonly kind: 'tapped'; readonly interval: Interval }
  | ({ readonly kind: 'refused' } & Refused)
  | { readonly kind: 'kept'; readonly reservations: readonly Reservation[] }

/** The same event twice does no harm. */
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
      return { ...reserving, tapped: event.interval }
    case 'refused':
      return { ...known, refused: { because: event.because, at: event.at } }
    case 'kept': {
      const { isUnread: __, ...read } = event.reservations.some(isOpen) ? known : reserving
      return { ...read, reservations: event.reservations }
    }
  }
}

/** What the door is booking just now: it is not green meanwhile (law 1 of booking). */
export const underWay = ({ tapped, reservations }: Reserving): Interval | undefined =>
  tapped ?? reservations.find(isOpen)

/** How much of a day the door has booked its room for, ms. */
export const bookedIn = ({ reservations }: Reserving, day: Interval): number =>
  reservations
    .filter(({ state, start }) => state.kind === 'booked' && contains(day, start))
    .reduce((sum, { start, end }) => sum + end - start, 0)
