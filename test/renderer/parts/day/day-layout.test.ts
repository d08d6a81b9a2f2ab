import { expect, test } from 'vitest'
import { type DayLayout, layDay } from '../../../../renderer/parts/day/day-layout.ts'
import { formatsIn } from '../../words-of.ts'
import type { Booking } from '../../../../shared/booking/booking.ts'
import { days, hours, instantOf, minutes, plus } from '../../../../shared/time/time.ts'
import { aBooking, at, office, standup, today } from '../../snapshots.ts'

const hourOf = formatsIn('en-US', 'Asia/Shanghai').hour
const laid = (bookings: readonly Booking[], now = at('10:48')): DayLayout =>
  layDay({ bookings, day: today, office, now, subject: undefined, starts: [], hourOf })
const labels = (day: DayLayout): string =>
  day.hours
    .map(({ label }) => label)
    .join(' ')
    .trim()

test.each([
  ['in the morning', [], '10:48', '10 11 12 13 14 15 16'],
  ['in the first half of an hour', [], '10:29', '09 10 11 12 13 14 15'],
  ['in the second half of an hour', [], '10:30', '10 11 12 13 14 15 16'],
  ['in the afternoon, when the office closes', [], '15:10', '14 15 16 17 18 19'],
  ['in the evening, when it stands still', [], '19:50', '16 17 18 19'],
  ['in the evening, with a late booking', [aBooking('19:00', '21:15')], '19:10', '18 19 20 21'],
  ['late at night, with a booking to come', [aBooking('22:00', '23:00')], '21:10', '19 20 21 22'],
  ['in the night', [], '00:10', '00 01 02 03 04 05 06'],
] as const)('shows about an hour that is over, and some that come, %s', (_when, bookings, now, shown) => {
  expect(labels(laid(bookings, at(now)))).toBe(shown)
})

test('shows a day that has not begun from when the office opens, or from its first booking on', () => {
  const tomorrow = { start: today.end, end: plus(today.end, days(1)) }
  const opens = plus(office.start, days(1))
  const day = { day: tomorrow, office: { start: opens, end: plus(office.end, days(1)) }, now: at('20:24') }
  const early = { ...standup, start: plus(opens, -minutes(90)), end: opens }
  const shown = (bookings: readonly Booking[]) =>
    labels(layDay({ bookings, ...day, subject: undefined, starts: [], hourOf })).split(' ')[0]
  expect([shown([]), shown([early])]).toEqual(['08', '06'])
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
  const day = laid([aBooking('13:30', '16:30')], at('13:30'))
  expect(day.present).toBeCloseTo(0.5 / 7)
  expect(day.blocks[0]?.start).toBeCloseTo(0.5 / 7)
  expect(day.blocks[0]?.length).toBeCloseTo(3 / 7)
})

test('puts bookings that overlap side by side and leaves the others wide', () => {
  const day = laid([
    aBooking('10:00', '10:30'),
    aBooking('10:30', '11:30'),
    aBooking('11:00', '12:00'),
    aBooking('11:30', '12:30'),
    aBooking('14:00', '15:00'),
  ])
  expect(day.blocks.map(({ lane, lanes }) => `${lane}/${lanes}`)).toEqual(['0/1', '0/2', '1/2', '0/2', '0/1'])
})

test('has room for a name in each booking, however short it is', () => {
  const day = laid([aBooking('11:00', '11:05'), aBooking('12:00', '12:15'), aBooking('16:55', '18:00')])
  expect(day.blocks).toHaveLength(3)
  for (const { start, length } of day.blocks) {
    expect(length).toBeGreaterThanOrEqual(1 / 18)
    expect(start + length).toBeLessThanOrEqual(1)
  }
})

test('leaves out a booking of which the window shows only the first minutes, if another one has its place', () => {
  const [before, enters] = [aBooking('16:30', '16:55'), aBooking('16:55', '18:00')]
  expect(laid([before, enters]).blocks.map(({ booking, lanes }) => [booking, lanes])).toEqual([[before, 1]])
  const ends = aBooking('16:55', '17:00')
  expect(laid([before, ends]).blocks.map(({ booking }) => booking)).toEqual([before, ends])
})

test('puts short bookings that follow each other side by side', () => {
  const day = laid([aBooking('12:00', '12:15'), aBooking('12:15', '12:30'), aBooking('12:30', '12:45')])
  expect(day.blocks.map(({ lane, lanes }) => `${lane}/${lanes}`)).toEqual(['0/2', '1/2', '0/2'])
})

test('leaves out what is over and has all but left the window, and keeps what runs', () => {
  const [over, runs] = [aBooking('09:00', '10:10'), aBooking('09:00', '10:50')]
  expect(laid([over]).blocks).toEqual([])
  expect(laid([runs]).blocks).toMatchObject([{ start: 0, phase: 'running' }])
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
    office: { start: plus(start, hours(9)), end: plus(start, hours(21)) },
    subject: undefined,
    starts: [],
    now: plus(start, hours(12) + minutes(5)),
    hourOf: formatsIn('en-US', 'Europe/Berlin').hour,
  })
  expect(labels(day)).toBe('10 11 12 13 14 15 16')
})

test('begins a gap where the booking before it is drawn to, which is higher than it is long', () => {
  const { blocks, gaps } = laid([aBooking('13:00', '13:15'), aBooking('13:45', '14:45')])
  const [short] = blocks
  const gap = gaps.find(({ start }) => start > (short?.start ?? 1))
  expect(gap?.start).toBeCloseTo((short?.start ?? 0) + (short?.length ?? 0))
  expect((gap?.start ?? 0) + (gap?.length ?? 0)).toBeCloseTo(blocks[1]?.start ?? 0)
})
