import { expect, test } from 'vitest'
import type { Booking } from '../../../shared/booking/booking.ts'
import { forgottenReading, type Reading, readingAfter } from '../../../shared/reading/reading.ts'
import { days, type Instant, type Interval, plus } from '../../../shared/time/time.ts'
import { aBooking, at, aWindow, midnight } from '../../support/builders.ts'

const first = aBooking('10:00', '11:00')
const second = aBooking('12:00', '13:00')
const never: Reading = { asking: false }

const schedule = (bookings: readonly Booking[], readAt: Instant, window: Interval = aWindow) => ({
  bookings,
  readAt,
  window,
})
const read = (bookings: readonly Booking[], time: string, before: Reading = never, window?: Interval) =>
  readingAfter(before, { kind: 'scheduleRead', schedule: schedule(bookings, at(time), window) })
const failed = (time: string, before: Reading, retryAfter?: number) =>
  readingAfter(before, {
    kind: 'scheduleFailed',
    code: 'unreachable',
    at: at(time),
    ...(retryAfter !== undefined && { retryAfter }),
  })
const listedIn = ({ listed }: Reading) => listed && [...listed]

test('for bookings of the first reading the time of their listing is not known', () => {
  expect(read([first], '09:00')).toEqual({
    asking: false,
    schedule: schedule([first], at('09:00')),
    firstAt: at('09:00'),
  })
})

test('a booking that the reading right before lacked is listed from this reading on', () => {
  const reading = read([first, second], '09:04', read([first], '09:00'))
  expect(listedIn(reading)).toEqual([[second.id, at('09:04')]])
  expect(listedIn(read([first, second], '09:08', reading))).toEqual([[second.id, at('09:04')]])
})

test.each<[string, Reading]>([
  ['the first reading after time made a leap', forgottenReading(read([second], '09:50'))],
  ['the first good reading after one that failed', failed('09:59', read([second], '09:50'))],
])('a booking that has begun by %s may have been booked from inside', (_which, before) => {
  expect(listedIn(read([first, second], '10:00', before))).toEqual([[first.id, at('10:00')]])
  expect(listedIn(read([first, second], '09:59', before))).toBeUndefined()
})

test('a booking is listed from the answer on, not from the question', () => {
  const next = { kind: 'scheduleRead', schedule: schedule([first, second], at('09:59:58')) } as const
  const after = readingAfter(read([first], '09:50'), { ...next, answeredAt: at('10:00:02') })
  expect(listedIn(after)).toEqual([[second.id, at('10:00:02')]])
  expect(readingAfter(never, { ...next, answeredAt: at('10:00:02') }).firstAt).toBe(at('10:00:02'))
})

test('a booking that is away for one reading keeps the time at which it was listed first', () => {
  const listed = read([first, second], '09:04', read([first], '09:00'))
  const back = read([first, second], '09:12', read([first], '09:08', listed))
  expect(listedIn(back)).toEqual([[second.id, at('09:04')]])
})

test('a booking of the first reading that is away for one reading is not listed anew', () => {
  const back = read([first, second], '09:08', read([first], '09:04', read([first, second], '09:00')))
  expect(listedIn(back)).toBeUndefined()
})

test('a booking that was away when time made a leap is not listed anew', () => {
  const away = read([first], '09:04', read([first, second], '09:00'))
  const back = read([first, second], '09:08', read([first], '09:06', forgottenReading(away)))
  expect(listedIn(back)).toBeUndefined()
})

test('a booking that appears while readings failed may have been there for long', () => {
  const reading = read([first, second], '09:08', failed('09:04', read([first], '09:00')))
  expect(listedIn(reading)).toBeUndefined()
})

test('a booking that was listed two days ago is forgotten as another one appears', () => {
  const listed = read([first, second], '09:04', read([first], '09:00'))
  const third = aBooking('30:00', '31:00')
  const soon = readingAfter(listed, {
    kind: 'scheduleRead',
    schedule: schedule([first, second, third], plus(at('09:04'), days(2) - 1)),
  })
  expect(listedIn(soon)?.map(([id]) => id)).toEqual([second.id, third.id])
  const later = readingAfter(listed, {
    kind: 'scheduleRead',
    schedule: schedule([first, second, third], plus(at('09:04'), days(2))),
  })
  expect(listedIn(later)?.map(([id]) => id)).toEqual([third.id])
})

test.each([
  ['begins in it', '23:59', '25:00', true],
  ['begins as it ends', '24:00', '25:00', false],
  ['ends in it', '-01:00', '00:01', true],
  ['ends as it begins', '-01:00', '00:00', false],
])('of a booking that %s the days of the reading before would have told', (_which, from, to, isNew) => {
  const today = { start: midnight, end: plus(midnight, days(1)) }
  const booking = aBooking(from, to)
  const reading = read([booking], '09:04', read([], '09:00', never, today))
  expect(listedIn(reading)).toEqual(isNew ? [[booking.id, at('09:04')]] : undefined)
})

test('the panel’s first reading stays the first one, and none is after time made a leap', () => {
  const reading = read([], '09:04', read([], '09:00'))
  expect(reading.firstAt).toBe(at('09:00'))
  expect(read([], '09:08', forgottenReading(reading)).firstAt).toBeUndefined()
})

test('a leap of time forgets what was read, but for what was on the page and what was listed', () => {
  const before = schedule([first, second], at('09:04'))
  const listed = new Map([[second.id, at('09:04')]])
  const reading = read([first, second], '09:04', read([first], '09:00'))
  const leapt = forgottenReading({ ...reading, asking: true })
  expect(leapt).toEqual({ asking: true, before, listed })
  expect(forgottenReading(leapt)).toEqual(leapt)
  expect(forgottenReading(never)).toEqual({ asking: false })
})

test('a reading draws its chance, and keeps it until the next one', () => {
  const asked = readingAfter(never, { kind: 'scheduleAsked', chance: 0.25 })
  expect(asked).toEqual({ asking: true, chance: 0.25 })
  expect(read([], '09:00', asked).chance).toBe(0.25)
  expect(readingAfter(never, { kind: 'scheduleAsked' })).toEqual({ asking: true })
})

test('a failure says how long the calendar wants to rest, if it does, and the next one may not', () => {
  const rests = failed('09:00', never, 5000)
  expect(rests.failure).toEqual({ code: 'unreachable', at: at('09:00'), inARow: 1, retryAfter: 5000 })
  expect(failed('09:01', rests).failure).toEqual({ code: 'unreachable', at: at('09:01'), inARow: 2 })
})
