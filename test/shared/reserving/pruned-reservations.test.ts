import { expect, test } from 'vitest'
import { prunedReservations } from '../../../shared/reserving/pruned-reservations.ts'
import {
  type Reservation,
  reservationIdOf,
  type ReservationState,
} from '../../../shared/reserving/reservation.ts'
import { days, minutes, plus } from '../../../shared/time/time.ts'
import { at } from '../../support/builders.ts'

const now = at('10:00')
const gone: ReservationState = { kind: 'gone', because: 'declined', at: now }

const ago = (ms: number, state: ReservationState, id = `${ms}`): Reservation => ({
  id: reservationIdOf(id),
  room: 'omm_1',
  wish: 'now',
  at: plus(now, -ms),
  start: plus(now, -ms),
  end: plus(now, minutes(15) - ms),
  state,
})

test('long past ones go, recent ones stay', () => {
  const [old, recent] = [ago(days(3), gone), ago(days(1), gone)]
  expect(prunedReservations([old, recent], now)).toEqual([recent])
})

test('one that is under way stays, however old', () => {
  const open = ago(days(30), { kind: 'asked', times: 1 })
  expect(prunedReservations([open], now)).toEqual([open])
})

test('of very many the last ones stay', () => {
  const many = Array.from({ length: 300 }, (_, index) => ago(minutes(300 - index), gone, `${index}`))
  const left = prunedReservations(many, now)
  expect([left.length, left.at(-1)?.id]).toEqual([200, '299'])
})
