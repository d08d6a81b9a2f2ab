import { expect, test } from 'vitest'
import { gapsIn } from '../../../../shared/booking/gaps.ts'
import { shownDay } from '../../../../renderer/parts/day/shown-day.ts'
import { aBooking, at, office, standup, today } from '../../snapshots.ts'

test.each([
  ['by day', '12:00', [], false],
  ['in the evening', '20:00', [standup], true],
  ['in the evening, with a booking that runs', '20:30', [aBooking('19:30', '21:00')], false],
  ['in the evening, with a booking to come', '20:30', [aBooking('22:00', '23:00')], false],
] as const)('shows today or tomorrow %s', (_when, now, bookings, isTomorrow) => {
  const shown = shownDay({ bookings, today, office }, at(now))
  expect(shown.isTomorrow).toBe(isTomorrow)
  expect(shown.day.start).toBe(isTomorrow ? today.end : today.start)
})

const range = { start: at('09:00'), end: at('20:00') }

test.each([
  ['nothing booked', [], [['09:00', '20:00']]],
  [
    'a booking in the middle',
    [['10:00', '11:00']],
    [
      ['09:00', '10:00'],
      ['11:00', '20:00'],
    ],
  ],
  ['a booking that runs already', [['08:00', '09:30']], [['09:30', '20:00']]],
  [
    'bookings that overlap',
    [
      ['09:00', '12:00'],
      ['10:00', '11:00'],
    ],
    [['12:00', '20:00']],
  ],
  [
    'less than a quarter of an hour between',
    [
      ['09:00', '12:00'],
      ['12:14', '20:00'],
    ],
    [],
  ],
  [
    'a quarter of an hour between',
    [
      ['09:00', '12:00'],
      ['12:15', '20:00'],
    ],
    [['12:00', '12:15']],
  ],
] as const)('finds the gaps with %s', (_what, booked, gaps) => {
  const bookings = booked.map(([start, end]) => aBooking(start, end))
  expect(gapsIn(bookings, range)).toEqual(gaps.map(([start, end]) => ({ start: at(start), end: at(end) })))
})
