import { expect, test } from 'vitest'
import {
  isCertain,
  type CachedSchedule,
  recollectionOf,
  type TabletClocks,
} from '../../../shared/reading/cached-schedule.ts'
import { days, hours, minutes, plus, seconds } from '../../../shared/time/time.ts'
import { aBooking, aPlace, at, someRules } from '../../support/builders.ts'

/** The tablet's clocks at a time of the day, `age` after it was switched on. */
const clocks = (time: string, age: number, id = 'the first start'): TabletClocks => ({
  wall: at(time),
  boot: { id, age },
})

const kept: CachedSchedule = {
  of: aPlace,
  readAt: at('10:00'),
  bookings: [aBooking('10:00', '11:00', { title: 'Review' }), aBooking('13:00', '14:00')],
  room: { name: 'Magnolia' },
  keptAt: at('10:00:01'),
  clocks: clocks('10:00:01', hours(2)),
}
const laterBy = (ms: number): TabletClocks => ({
  wall: plus(at('10:00:01'), ms),
  boot: { id: 'the first start', age: hours(2) + ms },
})
const { today } = someRules

test.each<[what: string, isShown: boolean, over: Partial<CachedSchedule>, now: TabletClocks]>([
  ['of half a minute ago', true, {}, laterBy(seconds(30))],
  ['of hours ago', true, {}, laterBy(hours(5))],
  ['of another room', false, { of: { ...aPlace, roomId: 'omm_ffff' } }, laterBy(1)],
  ['of another app', false, { of: { ...aPlace, account: 'cli_ffff' } }, laterBy(1)],
  ['of another tenant', false, { of: { ...aPlace, source: 'https://open.larksuite.com' } }, laterBy(1)],
  ['of when organisers were shown', false, { of: { ...aPlace, showOrganizer: false } }, laterBy(1)],
  [
    'kept by a clock that was wrong and went on',
    false,
    { clocks: clocks('10:01:01', hours(2)) },
    { ...laterBy(minutes(1)), wall: at('10:02:01') },
  ],
  ['after the time was set forward', false, {}, { ...laterBy(minutes(1)), wall: at('10:05') }],
  ['after the time was set back', false, {}, { ...laterBy(minutes(5)), wall: at('10:01') }],
  ['that would be in the future', false, {}, { ...laterBy(-minutes(5)) }],
  ['after a start without a clock of its own', false, {}, clocks('10:02', seconds(20), 'another')],
  [
    'after a start with one that agrees',
    true,
    {},
    { ...clocks('10:02', seconds(20), 'another'), battery: at('10:02:01') },
  ],
  [
    'after a start where the time goes on from where it stopped',
    false,
    {},
    { ...clocks('10:02', seconds(20), 'another'), battery: plus(at('10:02'), days(3)) },
  ],
  ['on a machine that counts nothing', false, {}, { wall: at('10:02') }],
])('a reading %s is shown: %s', (_what, isShown, over, now) => {
  expect(isCertain({ ...kept, ...over }, aPlace, today, now)).toBe(isShown)
})

test('a reading of yesterday is not shown', () => {
  const tomorrow = { start: today.end, end: plus(today.end, days(1)) }
  expect(isCertain(kept, aPlace, tomorrow, laterBy(days(1)))).toBe(false)
})

test('titles go beside the bookings, so that the rules of now decide about them', () => {
  const { recalled, room } = recollectionOf(kept)
  expect(recalled.bookings).toEqual([aBooking('10:00', '11:00'), aBooking('13:00', '14:00')])
  expect([...recalled.titles]).toEqual([[aBooking('10:00', '11:00').id, 'Review']])
  expect(room).toEqual({ name: 'Magnolia' })
})

test('a stored closing of the room is not used now', () => {
  const closed = { name: 'Magnolia', outOfService: { reason: 'Paint' } }
  expect(recollectionOf({ ...kept, room: closed }).room).toEqual({ name: 'Magnolia' })
})
