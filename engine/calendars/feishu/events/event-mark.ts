import { type ReservationId, reservationIdOf } from '../../../../shared/reserving/reservation.ts'

/** The description of the calendar that the doors' bookings are in: by it a door finds the one that another door made. */
export const calendarMark = 'room-panel: bookings made at the doors'

/** The description of an event: which door's room it is for, and which of its reservations. */
export const eventMark = (roomId: string, reservation: ReservationId): string =>
  `room-panel: ${roomId} ${reservation}`

/** The room and the reservation that an event was made for, if a door made it. The platform may put mark-up around it. */
export function markIn(
  description: string | null | undefined,
): { readonly roomId: string; readonly reservation: ReservationId } | undefined {
  const [, roomId, reservation] = /room-panel: (omm_\w+) ([\w-]+)/.exec(description ?? '') ?? []
  if (roomId === undefined || reservation === undefined) return undefined
  return { roomId, reservation: reservationIdOf(reservation) }
}
