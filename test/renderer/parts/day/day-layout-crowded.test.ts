import { expect, test } from 'vitest'
import { type DayLayout, layDay } from '../../../../renderer/parts/day/day-layout.ts'
import { formatsIn } from '../../words-of.ts'
import { type Booking, bookingIdOf } from '../../../../shared/booking/booking.ts'
import { hours, minutes, plus, seconds } from '../../../../shared/time/time.ts'
import { aBooking, at, office, today } from '../../snapshots.ts'

const hourOf = formatsIn('en-US', 'Asia/Shanghai').hour
const laid = (bookings: readonly Booking[], now = at('10:48')): DayLayout =>
  layDay({ bookings, day: today, office, now, subject: undefined, starts: [], hourOf })

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
  const seen = bookings.filter(({ start, end }) => end > at('10:00') && start < at('17:00')).length
  // What is over, and has all but left the window, is not counted.
  expect(blocks.length + counted).toBeGreaterThan(seen * 0.8)
  expect(blocks.length + counted).toBeLessThanOrEqual(seen)
  expect(blocks.length + crowds.length).toBeLessThanOrEqual(60)
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

test('has two lanes for twenty meetings at once, and a third for how many more there are', () => {
  const { blocks, crowds } = laid(Array.from({ length: 20 }, () => aBooking('10:00', '11:00')))
  expect(blocks.map(({ lane, lanes }) => `${lane}/${lanes}`)).toEqual(['0/3', '1/3'])
  expect(crowds).toMatchObject([{ count: 18, lane: 2, lanes: 3, phase: 'running', length: 1 / 7 }])
})

test('has a lane for each of three meetings at once', () => {
  const { blocks, crowds } = laid(Array.from({ length: 3 }, () => aBooking('12:00', '13:00')))
  expect(blocks.map(({ lane }) => lane)).toEqual([0, 1, 2])
  expect(crowds).toEqual([])
})

test('draws the booking that the door speaks of, however many begin before it', () => {
  const others = many(20, minutes(1), minutes(120)).map((one) => ({
    ...one,
    start: plus(one.start, hours(11)),
    end: plus(one.end, hours(11)),
  }))
  const meant = { ...aBooking('11:30', '12:30'), id: bookingIdOf('meant') }
  const { blocks } = layDay({
    bookings: [...others, meant],
    day: today,
    office,
    now: at('10:48'),
    starts: [],
    subject: meant.id,
    hourOf,
  })
  expect(blocks.map(({ booking }) => booking.id)).toContain(meant.id)
})

test('draws all of a day that is full, side by side', () => {
  const { blocks, crowds } = laid(many(96, minutes(15), minutes(15)))
  expect(crowds).toEqual([])
  for (const { lanes } of blocks) expect(lanes).toBeLessThanOrEqual(3)
})

test('counts bookings of seconds, which are too thin to see, and draws the meeting among them', () => {
  const seconds18 = many(200, seconds(18), seconds(18)).map((one) => ({
    ...one,
    start: plus(one.start, hours(16)),
    end: plus(one.end, hours(16)),
  }))
  const { blocks, crowds } = laid(seconds18)
  expect(blocks.length).toBeLessThan(8)
  expect(crowds.reduce((sum, { count }) => sum + count, blocks.length)).toBe(200)
})

test('promises no gap where bookings are counted and not drawn', () => {
  expect(laid(many(7200, seconds(12), seconds(12))).gaps).toEqual([])
})
