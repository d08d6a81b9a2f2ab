import { expect, test } from 'vitest'
import { type DayLayout, layDay } from '../../../../renderer/parts/day/day-layout.ts'
import { formatsIn } from '../../words-of.ts'
import type { Booking } from '../../../../shared/booking/booking.ts'
import { days, hours, instantOf, minutes, plus } from '../../../../shared/time/time.ts'
import { aBooking, at, today } from '../../snapshots.ts'

const hourOf = formatsIn('en-US', 'Asia/Shanghai').hour
const laid = (bookings: readonly Booking[], now = at('10:48')): DayLayout =>
  layDay({ bookings, day: today, now, hourOf })
const labels = (day: DayLayout): string =>
  day.hours
    .map(({ label }) => label)
    .join(' ')
    .trim()

test.each([
  ['no booking', [], '10:48', '07', '19'],
  ['an early booking', [aBooking('05:30', '06:00')], '10:48', '05', '19'],
  ['a late booking', [aBooking('19:00', '21:15')], '10:48', '07', '21'],
  ['an early hour', [], '04:10', '04', '19'],
] as const)('shows office hours, widened by %s', (_name, bookings, now, first, last) => {
  const shown = labels(laid(bookings, at(now))).split(' ')
  expect([shown[0], shown.at(-1)]).toEqual([first, last])
})

test('cuts a booking that began yesterday and ends tomorrow to the day', () => {
  const long = {
    ...aBooking('00:00', '01:00'),
    start: plus(today.start, -hours(2)),
    end: plus(today.end, hours(2)),
  }
  expect(laid([long]).blocks[0]).toMatchObject({ start: 0, length: 1, phase: 'running' })
})

test('leaves tomorrow’s bookings out', () => {
  const tomorrow = plus(at('09:00'), days(1))
  expect(
    laid([{ ...aBooking('09:00', '10:00'), start: tomorrow, end: plus(tomorrow, hours(1)) }]).blocks,
  ).toEqual([])
})

test('puts a block and the present moment at their time', () => {
  const day = laid([aBooking('13:30', '20:00')], at('13:30'))
  expect(day.present).toBe(0.5)
  expect(day.blocks[0]).toMatchObject({ start: 0.5, length: 0.5, phase: 'running' })
})

test('puts bookings that overlap side by side and leaves the others wide', () => {
  const day = laid([
    aBooking('09:00', '10:00'),
    aBooking('10:30', '11:30'),
    aBooking('11:00', '12:00'),
    aBooking('11:30', '12:30'),
    aBooking('14:00', '15:00'),
  ])
  expect(day.blocks.map(({ lane, lanes }) => `${lane}/${lanes}`)).toEqual(['0/1', '0/2', '1/2', '0/2', '0/1'])
})

test('gives the label of a short booking the free time after it, up to the next one', () => {
  const hour = 1 / 13
  const [alone, short, next] = laid([
    aBooking('08:00', '08:15'),
    aBooking('10:00', '10:15'),
    aBooking('10:30', '11:30'),
  ]).blocks
  expect(alone?.room).toBeCloseTo(hour)
  expect(short?.room).toBeCloseTo(hour / 2)
  expect(next?.room).toBeCloseTo(hour)
})

test.each([
  ['09:30', 'coming'],
  ['10:00', 'running'],
  ['10:59', 'running'],
  ['11:00', 'past'],
])('at %s a meeting from 10:00 to 11:00 is %s', (now, phase) => {
  expect(laid([aBooking('10:00', '11:00')], at(now)).blocks[0]?.phase).toBe(phase)
})

test('keeps to the room’s clock on a day when the clocks change', () => {
  // In Berlin 25 October 2026 has 25 hours: 02:00 comes twice.
  const start = instantOf(Date.parse('2026-10-25T00:00:00+02:00'))
  const end = instantOf(Date.parse('2026-10-26T00:00:00+01:00'))
  const day = layDay({
    bookings: [],
    day: { start, end },
    now: plus(start, hours(12) + minutes(5)),
    hourOf: formatsIn('en-US', 'Europe/Berlin').hour,
  })
  expect(labels(day)).toBe('07 08 09 10 11 12 13 14 15 16 17 18 19')
})
