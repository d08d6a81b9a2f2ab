import { expect, test } from 'vitest'
import { dayOf, daysAround, officeHoursIn, type OfficeHours } from '../../../shared/time/calendar-day.ts'
import { hours, instantOf } from '../../../shared/time/time.ts'

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

/** The hours around `now`, as text. */
const hoursAround = (now: string, zone: string, office: OfficeHours) =>
  officeHoursIn(daysAround(moment(now), zone), zone, office).map(({ start, end }) =>
    [start, end].map((at) => new Date(at).toISOString().slice(0, 16)).join(' to '),
  )

test.each([
  ['in China on a Monday', '2026-10-12T03:00:00Z', 'Asia/Shanghai', '2026-10-12T00:00 to 2026-10-12T12:00'],
  [
    'in Berlin on the Monday after the clocks changed',
    '2026-10-26T12:00:00Z',
    'Europe/Berlin',
    '2026-10-26T07:00 to 2026-10-26T19:00',
  ],
])('the office works from eight to eight by its own clock: %s', (_day, now, zone, monday) => {
  expect(hoursAround(now, zone, office)).toContain(monday)
})

test('the office does not work on a weekend, and works till midnight if IT says so', () => {
  const saturday = '2026-10-10T03:00:00Z'
  expect(hoursAround(saturday, 'Asia/Shanghai', { ...office, days: [6] })).toEqual([
    '2026-10-10T00:00 to 2026-10-10T12:00',
  ])
  expect(hoursAround('2026-10-11T03:00:00Z', 'Asia/Shanghai', { ...office, days: [6], to: '24:00' })).toEqual(
    ['2026-10-10T00:00 to 2026-10-10T16:00'],
  )
})

test.each([
  ['a night shift, on its evening', '20:00', '06:00', '2026-10-16T13:00:00Z', [12, 22]],
  ['a night shift, after midnight', '20:00', '06:00', '2026-10-16T17:00:00Z', [12, 22]],
  ['hours that end a minute before they begin', '08:00', '07:59', '2026-10-16T13:00:00Z', [0, 23.98]],
  ['hours that end when they begin: a whole day', '08:00', '08:00', '2026-10-16T13:00:00Z', [0, 24]],
  ['from midnight to midnight: a whole day', '00:00', '00:00', '2026-10-16T13:00:00Z', [-8, 16]],
])('%s, %s to %s on a Friday in China', (_name, from, to, now, [opens, closes]) => {
  const [friday, ...others] = officeHoursIn(daysAround(moment(now), 'Asia/Shanghai'), 'Asia/Shanghai', {
    from,
    to,
    days: [5],
  })
  const midnight = moment('2026-10-16T00:00:00Z')
  expect(others).toEqual([])
  expect(Number(friday?.start) - midnight).toBe(hours(Number(opens)))
  expect((Number(friday?.end) - midnight) / hours(1)).toBeCloseTo(Number(closes), 1)
})

test.each([
  // 23 nights begin in July, the last of which ends in August; the one before it began in June.
  ['20:00', '06:00', 6 + 22 * 10 + 4],
  ['08:00', '08:00', 8 + 22 * 24 + 16],
])('nights from %s to %s belong to the month in which they are worked', (from, to, worked) => {
  const july = { start: moment('2026-06-30T16:00:00Z'), end: moment('2026-07-31T16:00:00Z') }
  const parts = officeHoursIn(july, 'Asia/Shanghai', { ...office, from, to })
  expect(parts.reduce((sum, part) => sum + part.end - part.start, 0)).toBe(hours(worked))
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
