import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bookableLengths, type RoomToBook } from '../../../shared/reserving/bookable-lengths.ts'
import type { BookingRules } from '../../../shared/reserving/booking-rules.ts'
import { hours, minutes, overlaps, plus } from '../../../shared/time/time.ts'
import { aBooking, at, aWindow, midnight } from '../../support/builders.ts'

const rules: BookingRules = {
  who: 'everyone',
  lengths: [15, 30, 45, 60].map(minutes),
  longest: hours(1),
  longestOfDay: hours(4),
  extensions: 2,
  longestExtension: minutes(30),
  mostLater: 2,
}
const free: RoomToBook = {
  schedule: { bookings: [], window: aWindow },
  room: {},
  rules,
  limits: {},
  bookedOfDay: 0,
  today: { start: midnight, end: plus(midnight, hours(24)) },
}

const offered = (time: string, over: Partial<RoomToBook> = {}) =>
  bookableLengths({ ...free, ...over }, at(time)).map(({ name }) => name)

const booked = (...bookings: readonly ReturnType<typeof aBooking>[]): Partial<RoomToBook> => ({
  schedule: { bookings, window: aWindow },
})

test.each<readonly [string, string, Partial<RoomToBook>, readonly (number | 'next')[]]>([
  ['a free day', '10:00', {}, [15, 30, 45, 60]],
  ['a running booking', '10:00', booked(aBooking('09:30', '10:30')), []],
  ['a booking in 40 minutes', '10:00', booked(aBooking('10:40', '11:00')), [15, 30, 'next']],
  ['a booking in 30 minutes', '10:00', booked(aBooking('10:30', '11:00')), [15, 30]],
  ['a booking in 10 minutes', '10:00', booked(aBooking('10:10', '11:00')), ['next']],
  ['a booking in 4 minutes', '10:00', booked(aBooking('10:04', '11:00')), []],
  ['a booking in two hours', '10:00', booked(aBooking('12:00', '13:00')), [15, 30, 45, 60]],
  ['booking at the door off', '10:00', { rules: { ...rules, who: 'off' } }, []],
  ['half an hour at most by IT', '10:00', { rules: { ...rules, longest: minutes(30) } }, [15, 30]],
  ['half an hour at most by the company', '10:00', { limits: { longest: minutes(30) } }, [15, 30]],
  ['a room that must approve everything', '10:00', { limits: { approvalFrom: 0 } }, []],
  ['approval from half an hour on', '10:00', { limits: { approvalFrom: minutes(30) } }, [15, 30]],
  ['a room that closes in an hour less a bit', '20:10', { limits: { closes: hours(21) } }, [15, 30, 45]],
  ['a room that is not open yet', '07:59', { limits: { opens: hours(8) } }, []],
  ['a room that has just opened', '08:00', { limits: { opens: hours(8) } }, [15, 30, 45, 60]],
  ['20 minutes left of the day', '10:00', { bookedOfDay: hours(4) - minutes(20) }, [15]],
  ['nothing left of the day', '10:00', { bookedOfDay: hours(4) }, []],
  ['a closing in 50 minutes', '10:00', { room: { outOfService: { from: at('10:50') } } }, [15, 30, 45]],
])('%s at %s', (_, time, over, lengths) => expect(offered(time, over)).toEqual(lengths))

test('begins at the full minute, so that its end is one, too', () => {
  const [first] = bookableLengths(free, at('10:03:40'))
  expect(first).toEqual({ name: 15, start: at('10:03'), end: at('10:18') })
})

test('a meeting that was ended in this very minute keeps its part of it', () => {
  const [first] = bookableLengths({ ...free, ...booked(aBooking('09:00', '10:03:20')) }, at('10:03:40'))
  expect(first).toEqual({ name: 15, start: at('10:03:20'), end: at('10:18') })
})

/** Law 5 of booking. */
test('never reaches into another booking, past a limit, or into the past by more than a minute', () => {
  const minuteOfDay = fc.integer({ min: 0, max: 24 * 60 - 1 })
  const booking = fc.tuple(minuteOfDay, fc.integer({ min: 1, max: 180 }))
  const limits = fc.record(
    {
      longest: fc.integer({ min: 0, max: 180 }).map(minutes),
      approvalFrom: fc.integer({ min: 0, max: 180 }).map(minutes),
      opens: minuteOfDay.map(minutes),
      closes: minuteOfDay.map(minutes),
    },
    { requiredKeys: [] },
  )
  fc.assert(
    fc.property(
      fc.array(booking, { maxLength: 6 }),
      fc.integer({ min: 0, max: 24 * 3600 - 1 }),
      limits,
      fc.integer({ min: 0, max: 300 }).map(minutes),
      (spans, second, some, bookedOfDay) => {
        const bookings = spans
          .map(([from, length], index) => ({
            ...aBooking('00:00', '00:01', { meeting: `m${index}` }),
            start: plus(midnight, minutes(from)),
            end: plus(midnight, minutes(from + length)),
          }))
          .toSorted((one, other) => one.start - other.start)
        const now = plus(midnight, second * 1000)
        const bookable = { ...free, ...booked(...bookings), limits: some, bookedOfDay }
        for (const length of bookableLengths(bookable, now)) {
          const ms = length.end - length.start
          expect(bookings.some((other) => overlaps(other, length))).toBe(false)
          expect(ms).toBeGreaterThan(0)
          expect(ms).toBeLessThanOrEqual(
            Math.min(rules.longest, some.longest ?? Infinity, some.approvalFrom ?? Infinity),
          )
          expect(ms + bookedOfDay).toBeLessThanOrEqual(rules.longestOfDay)
          expect(length.start).toBeGreaterThan(now - minutes(1))
          expect(length.start).toBeGreaterThanOrEqual(midnight + (some.opens ?? 0))
          expect(length.end).toBeLessThanOrEqual(midnight + (some.closes ?? Infinity))
          expect(length.end).toBeGreaterThan(now)
        }
      },
    ),
  )
})
