import {
  type Reservation,
  type ReservationId,
  reservationIdOf,
} from '../../../../shared/reserving/reservation.ts'
import { wishKinds } from '../../../../shared/reserving/wish.ts'

/** The description of the calendar that the doors' bookings are in: by it a door finds the one that another door made. */
export const calendarMark = 'room-panel: bookings made at the doors'

/** What an event says of its making: which door's room it is for, which of the door's reservations, and for what. */
export interface EventMark {
  readonly roomId: string
  readonly reservation: ReservationId
  /** Missing in events of a version that did not write it. */
  readonly wish?: Reservation['wish']
}

/** The description of an event. */
export const eventMark = ({ roomId, reservation, wish }: Required<EventMark>): string =>
  `room-panel: ${roomId} ${reservation} ${wish}`

/** The mark of an event that a door made. The platform may put mark-up around it. */
export function markIn(description: string | null | undefined): EventMark | undefined {
  const [, roomId, reservation, word] =
    /room-panel: (omm_\w+) ([\w-]+)(?: (\w+))?/.exec(description ?? '') ?? []
  if (roomId === undefined || reservation === undefined) return undefined
  const wish = wishKinds.find((known) => known === word)
  return { roomId, reservation: reservationIdOf(reservation), ...(wish && { wish }) }
}
