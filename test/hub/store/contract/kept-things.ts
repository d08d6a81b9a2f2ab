import type { KeptCheckIn, KeptReservation, NewAttempt } from '../../../../hub/store/kept.ts'
import { bookingIdOf } from '../../../../shared/booking/booking.ts'
import { type ReservationId, reservationIdOf } from '../../../../shared/reserving/reservation.ts'
import { at } from '../../../support/builders.ts'

export const room = 'omm_0a1b2c3d4e5f60718293a4b5c6d7e8f9'

const booking = bookingIdOf('meeting/0/1791770400')
const time = { start: at('10:00'), end: at('11:00') }

/** A check-in to the booking from 10:00 to 11:00. */
export const aCheckIn = (over: Partial<KeptCheckIn> = {}): KeptCheckIn => ({
  id: 'check-in-1',
  room,
  door: 'door-1',
  booking,
  meeting: 'meeting',
  organizer: 'Lin Xiaoyu',
  ...time,
  at: at('09:58'),
  ...over,
})

/** The release of the same booking. */
export const anAttempt = (over: Partial<NewAttempt> = {}): NewAttempt => ({
  room,
  booking,
  verdict: 'release',
  ...time,
  at: at('10:10'),
  ...over,
})

/** A reservation from 10:00 to 10:30, for which the calendar is being asked. */
export const aReservation = ({
  id = 'reservation-1',
  ...over
}: Partial<Omit<KeptReservation, 'id'>> & { readonly id?: string } = {}): KeptReservation & {
  readonly id: ReservationId
} => ({
  id: reservationIdOf(id),
  room,
  door: 'door-1',
  byRoom: room,
  wish: 'now',
  start: at('10:00'),
  end: at('10:30'),
  at: at('10:00'),
  state: { kind: 'asked', times: 1 },
  ...over,
})
