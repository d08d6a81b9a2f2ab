import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkInTo, countsFor } from '../../shared/domain/check-in.ts'
import { days, minutes, plus } from '../../shared/domain/time.ts'
import { aBooking, at } from '../support/builders.ts'

const meeting = 'weekly'
const booking = aBooking('10:00', '11:00', { meeting })
const checkIn = checkInTo(booking, at('09:58'))
const of = (from: string, to: string, name = meeting) => aBooking(from, to, { meeting: name })

test('keeps the interval that it was made for', () => {
  expect(checkIn).toEqual({
    booking: booking.id,
    meeting,
    start: at('10:00'),
    end: at('11:00'),
    at: at('09:58'),
  })
})

test.each([
  ['as it was', of('10:00', '11:00'), true],
  ['extended', of('10:00', '13:00'), true],
  ['shortened', of('10:00', '10:10'), true],
  ['moved by five minutes', of('10:05', '11:05'), true],
  ['moved to five minutes before', of('09:55', '10:55'), true],
  ['moved, so that a minute is left', of('10:59', '11:59'), true],
  ['moved to right after', of('11:00', '12:00'), false],
  ['moved to right before', of('09:00', '10:00'), false],
  ['moved to the afternoon', of('15:00', '16:00'), false],
  ['another one at the same time', of('10:00', '11:00', 'other'), false],
  [
    "tomorrow's instance",
    { ...booking, start: plus(booking.start, days(1)), end: plus(booking.end, days(1)) },
    false,
  ],
] as const)('a check-in counts or not for the meeting %s', (_how, seen, counts) => {
  expect(countsFor(checkIn, seen)).toBe(counts)
})

const length = fc.integer({ min: 1, max: 24 * 60 }).map(minutes)
const shift = fc.integer({ min: -3 * 24 * 60, max: 3 * 24 * 60 }).map(minutes)

test('counts for the same meeting wherever a minute of it is left, or its start; for nothing else', () => {
  fc.assert(
    fc.property(length, length, shift, fc.boolean(), (long, longNow, moved, isSameMeeting) => {
      const made = checkInTo({ ...booking, end: plus(booking.start, long) }, at('10:00'))
      const start = plus(booking.start, moved)
      const seen = {
        ...booking,
        start,
        end: plus(start, longNow),
        meeting: isSameMeeting ? meeting : 'other',
      }
      const isMinuteShared = Array.from(
        { length: long / minutes(1) },
        (_, index) => booking.start + minutes(index),
      ).some((minute) => seen.start <= minute && minute < seen.end)
      expect(countsFor(made, seen)).toBe(isSameMeeting && (moved === 0 || isMinuteShared))
    }),
  )
})

test('who is here stays here, however often the meeting is moved on a little or extended', () => {
  const steps = fc.array(fc.record({ moved: fc.integer({ min: -59, max: 59 }), longer: fc.nat(120) }))
  fc.assert(
    fc.property(steps, (changes) => {
      for (const { moved, longer } of changes) {
        const start = plus(booking.start, minutes(moved))
        const seen = { ...booking, start, end: plus(booking.end, minutes(moved + longer)) }
        expect(countsFor(checkIn, seen)).toBe(true)
      }
    }),
  )
})
