import fc from 'fast-check'
import { expect, test } from 'vitest'
import { organizerMark } from '../../../shared/booking/organizer-mark.ts'
import { checkInTo, countsFor, presumedIn } from '../../../shared/check-in/check-in.ts'
import { days, minutes, overlaps, plus } from '../../../shared/time/time.ts'
import { aBooking, at } from '../../support/builders.ts'

const booking = aBooking('10:00', '11:00', { meeting: 'weekly' })
const checkIn = checkInTo(booking, at('09:58'))
const by = (name: string | undefined) => ({ organizer: name === undefined ? {} : { name } })
const of = (from: string, to: string, meeting = 'weekly', organizer: string | undefined = 'Somebody else') =>
  aBooking(from, to, { meeting, ...by(organizer) })

test('keeps the interval that it was made for, and a mark of the organiser in place of the name', () => {
  expect(checkIn).toEqual({
    booking: booking.id,
    meeting: 'weekly',
    organizer: organizerMark(booking),
    start: at('10:00'),
    end: at('11:00'),
    at: at('09:58'),
  })
  expect(JSON.stringify(checkIn)).not.toContain('Lin')
  expect(presumedIn(booking, at('09:58'))).toEqual({ ...checkIn, isPresumed: true })
})

test.each([
  ['as it was', of('10:00', '11:00'), true],
  ['extended', of('10:00', '13:00'), true],
  ['shortened', of('10:00', '10:10'), true],
  ['moved by five minutes', of('10:05', '11:05'), true],
  ['moved, so that a minute is left', of('10:59', '11:59'), true],
  ['at the same time under a new uid', of('10:00', '11:00', 'new'), true],
  ['that overlaps it under another uid', of('10:30', '12:00', 'other'), true],
  ['that follows, of another organiser', of('11:00', '12:00', 'other'), false],
  ['that follows, of no organiser', of('11:00', '12:00', 'other', undefined), false],
  ['that follows, of the same organiser', of('11:00', '12:00', 'other', 'Lin Xiaoyu'), true],
  ['5 min later, of the same organiser', of('11:05', '12:00', 'other', 'Lin Xiaoyu'), true],
  ['6 min later, of the same organiser', of('11:06', '12:00', 'other', 'Lin Xiaoyu'), false],
  ['right before, of the same organiser', of('09:00', '10:00', 'other', 'Lin Xiaoyu'), false],
  ['in the afternoon, of the same meeting', of('15:00', '16:00'), false],
  [
    "tomorrow's instance",
    {
      ...of('10:00', '11:00'),
      id: of('10:01', '11:00').id,
      start: plus(booking.start, days(1)),
      end: plus(booking.end, days(1)),
    },
    false,
  ],
] as const)('a check-in counts or not for a booking %s', (_how, seen, counts) => {
  expect(countsFor(checkIn, seen)).toBe(counts)
})

const length = fc.integer({ min: 1, max: 24 * 60 }).map(minutes)
const shift = fc.integer({ min: -3 * 24 * 60, max: 3 * 24 * 60 }).map(minutes)

test('a check-in counts for another organiser’s booking exactly if the two overlap, whatever the uid', () => {
  fc.assert(
    fc.property(length, length, shift, fc.boolean(), (long, longNow, moved, isSameMeeting) => {
      const made = checkInTo({ ...booking, end: plus(booking.start, long) }, at('10:00'))
      const start = plus(booking.start, moved)
      const seen = {
        ...of('10:01', '11:00', isSameMeeting ? 'weekly' : 'other'),
        start,
        end: plus(start, longNow),
      }
      expect(countsFor(made, seen)).toBe(overlaps(made, seen))
    }),
  )
})

test('two names have two marks, and one name always the same', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (name) => {
      expect(organizerMark({ organizer: { name } })).toBe(organizerMark({ organizer: { name } }))
      expect(organizerMark({ organizer: { name } })).toMatch(/^[0-9a-f]{8}$/)
    }),
  )
  const marks = ['Lin Xiaoyu', 'Lin Xiaoyue', 'lin xiaoyu', '林小雨', '林小宇'].map((name) =>
    organizerMark({ organizer: { name } }),
  )
  expect(new Set(marks).size).toBe(marks.length)
})

test('a check-in counts for its own booking, wherever that was moved', () => {
  const booking = aBooking('10:00', '11:00')
  const away = { ...booking, start: at('15:00'), end: at('16:00'), organizer: {} }
  expect(countsFor(checkInTo(booking, at('10:00')), away)).toBe(true)
})

test('bookings without a name form no stay', () => {
  const [first, next] = [
    aBooking('10:00', '11:00', { organizer: {} }),
    aBooking('11:00', '12:00', { organizer: {} }),
  ]
  expect(checkInTo(first, at('10:00'))).not.toHaveProperty('organizer')
  expect(countsFor(checkInTo(first, at('10:00')), next)).toBe(false)
})
