import { expect, test } from 'vitest'
import { dayOf, daysAround, officeHoursIn, officeHoursOn } from '../../shared/calendar-day.ts'
import { hours, instantOf } from '../../shared/domain/time.ts'

const moment = (iso: string) => instantOf(Date.parse(iso))

test.each([
  ['2026-10-12T03:00:00Z', 'Asia/Shanghai', '2026-10-11T16:00:00Z', 24],
  ['2026-10-11T15:59:59Z', 'Asia/Shanghai', '2026-10-10T16:00:00Z', 24],
  ['2026-03-29T12:00:00Z', 'Europe/Berlin', '2026-03-28T23:00:00Z', 23],
  ['2026-10-25T12:00:00Z', 'Europe/Berlin', '2026-10-24T22:00:00Z', 25],
  // Clocks go forward at midnight there: the day begins at one.
  ['2026-04-24T12:00:00Z', 'Africa/Cairo', '2026-04-23T22:00:00Z', 23],
])('the day of %s in %s begins at %s and has %i hours', (now, zone, start, long) => {
  const day = dayOf(moment(now), zone)
  expect(day.start).toBe(moment(start))
  expect(day.end - day.start).toBe(hours(long))
})

test('the days around are yesterday, today and tomorrow, whole', () => {
  expect(daysAround(moment('2026-10-25T12:00:00Z'), 'Europe/Berlin')).toEqual({
    start: moment('2026-10-23T22:00:00Z'),
    end: moment('2026-10-26T23:00:00Z'),
  })
})

const office = { from: '08:00', to: '20:00', days: [1, 2, 3, 4, 5] }

test.each([
  ['a Monday', '2026-10-12T03:00:00Z', 'Asia/Shanghai', '2026-10-12T00:00:00Z', '2026-10-12T12:00:00Z'],
  [
    'a Monday after the clocks changed',
    '2026-10-26T12:00:00Z',
    'Europe/Berlin',
    '2026-10-26T07:00:00Z',
    '2026-10-26T19:00:00Z',
  ],
])('on %s the office works from eight to eight by its own clock', (_day, now, zone, start, end) => {
  expect(officeHoursOn(moment(now), zone, office)).toEqual({ start: moment(start), end: moment(end) })
})

test('it does not work on a Sunday, and till midnight where IT says so', () => {
  expect(officeHoursOn(moment('2026-10-11T03:00:00Z'), 'Asia/Shanghai', office)).toBeUndefined()
  expect(
    officeHoursOn(moment('2026-10-12T03:00:00Z'), 'Asia/Shanghai', { ...office, to: '24:00' })?.end,
  ).toBe(moment('2026-10-12T16:00:00Z'))
})

test.each([
  // 23 working days of twelve hours.
  ['2026-06-30T16:00:00Z', '2026-07-31T16:00:00Z', 'Asia/Shanghai', 276],
  ['2026-07-01T04:00:00Z', '2026-07-02T04:00:00Z', 'Asia/Shanghai', 12],
  ['2026-07-04T04:00:00Z', '2026-07-05T04:00:00Z', 'Asia/Shanghai', 0],
])('from %s to %s in %s the office works %d hours', (start, end, zone, worked) => {
  const parts = officeHoursIn({ start: moment(start), end: moment(end) }, zone, office)
  expect(parts.reduce((sum, part) => sum + part.end - part.start, 0)).toBe(hours(worked))
})
