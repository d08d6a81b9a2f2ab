import { expect, test } from 'vitest'
import { type DayLayout, layDay } from '../../../../renderer/parts/day/day-layout.ts'
import { formatsIn } from '../../words-of.ts'
import type { Booking } from '../../../../shared/booking/booking.ts'
import { hours, minutes, plus, seconds } from '../../../../shared/time/time.ts'
import { aBooking, at, today } from '../../snapshots.ts'

const hourOf = formatsIn('en-US', 'Asia/Shanghai').hour
const laid = (bookings: readonly Booking[], now = at('10:48')): DayLayout =>
  layDay({ bookings, day: today, now, hourOf })

/** `count` bookings, each of which begins `apart` ms after the one before and takes `length` ms. */
const many = (count: number, apart: number, length: number): readonly Booking[] =>
  Array.from({ length: count }, (_, index) => {
    const start = plus(today.start, index * apart)
    return { ...aBooking('00:00', '01:00'), start, end: plus(start, length) }
  })

const days = [
  ['one after the other', many(6500, seconds(13), seconds(13))],
  ['all at once', many(6500, 0, hours(24))],
  ['each within the one before', many(6500, seconds(10), hours(1))],
  ['with a pause after each', many(6500, seconds(13), seconds(5))],
  [
    'in groups of ten',
    many(650, minutes(2), minutes(1)).flatMap((one) => Array.from({ length: 10 }, () => one)),
  ],
] as const

test.each(days)('draws some of 6,500 bookings %s, and says how many more there are', (_how, bookings) => {
  const { blocks, crowds } = laid(bookings)
  const counted = crowds.reduce((sum, { count }) => sum + count, 0)
  expect(blocks.length + counted).toBe(6500)
  expect(blocks.length).toBeLessThanOrEqual(100)
  expect(blocks.length + crowds.length).toBeLessThanOrEqual(200)
})

test.each(days)('looks at none of 6,500 bookings %s more than some dozen times', (_how, bookings) => {
  let looks = 0
  const watched = bookings.map((booking) => ({
    ...booking,
    get start() {
      looks += 1
      return booking.start
    },
    get end() {
      looks += 1
      return booking.end
    },
  }))
  laid(watched)
  expect(looks).toBeLessThan(bookings.length * 50)
})

test('draws the bookings that run and those that come, rather than those that are over', () => {
  const { blocks } = laid(many(288, minutes(5), minutes(5)), at('10:45'))
  expect(blocks.filter(({ phase }) => phase === 'past')).toEqual([])
  expect(blocks[0]?.booking.start).toBe(at('10:45'))
})

test('draws the bookings that were last, where few are left', () => {
  const { blocks, crowds } = laid(many(250, minutes(5), minutes(5)), at('22:00'))
  expect(blocks).toHaveLength(100)
  expect(blocks.at(-1)?.booking.end).toBe(plus(today.start, minutes(1250)))
  expect(crowds).toMatchObject([{ count: 150, lane: 0, lanes: 1, start: 0, phase: 'past' }])
})

test('has five lanes for a dozen meetings at once, and a sixth for how many more there are', () => {
  const { blocks, crowds } = laid(Array.from({ length: 12 }, () => aBooking('10:00', '11:00')))
  expect(blocks.map(({ lane, lanes }) => `${lane}/${lanes}`)).toEqual(['0/6', '1/6', '2/6', '3/6', '4/6'])
  expect(crowds).toMatchObject([{ count: 7, lane: 5, lanes: 6, phase: 'running', length: 1 / 13 }])
})

test('draws all of a day that is full, but not more than full', () => {
  const { blocks, crowds } = laid(many(96, minutes(15), minutes(15)))
  expect([blocks.length, crowds.length]).toEqual([96, 0])
})

test('counts bookings of seconds, which nobody could see, and draws the meeting among them', () => {
  const { blocks, crowds } = laid([...many(200, seconds(18), seconds(18)), aBooking('11:00', '12:00')])
  expect(blocks.map(({ booking }) => booking.start)).toEqual([at('11:00')])
  expect(crowds).toMatchObject([{ count: 200 }])
})

test('promises no gap where bookings are counted and not drawn', () => {
  expect(laid(many(7200, seconds(12), seconds(12))).gaps).toEqual([])
})
