import { expect, test } from 'vitest'
import { evolve, newPanel, type Panel } from '../../../shared/panel/panel.ts'
import { nextRoomReading, roomFreshFor } from '../../../shared/reading/room-reading-plan.ts'
import { hours, type Instant, minutes, plus, seconds } from '../../../shared/time/time.ts'
import { aGhostPanelAt } from '../../support/a-ghost.ts'
import { aBooking, aPanel, at, auto, observe } from '../../support/builders.ts'

const view = { roomInterval: minutes(5), touches: 'all', policy: observe } as const

/** A panel that read schedule and room at this time. */
const readAt = (time: string, over: Partial<Panel> = {}): Panel => ({
  ...aPanel([aBooking('10:00', '11:00')], at(time)),
  ...over,
})

const next = (panel: Panel, now: string, over: object = {}): Instant | undefined =>
  nextRoomReading(panel, at(now), { ...view, ...over })

test.each([
  ['nobody has the room', '09:00', '09:05'],
  ['the meeting begins before that', '09:58', '10:03'],
  ['a meeting is on: before it ends', '10:10', '10:59:40'],
  ['a meeting is about to end', '10:58', '11:03'],
  ['it is over', '11:00', '11:05'],
])('while %s, the room that was read at %s is read again at %s', (_when, time, again) => {
  expect(next(readAt(time), time)).toBe(at(again))
})

test('before a booking is released the room is read, which is free then', () => {
  const panel = { ...readAt('10:02'), journal: { kind: 'unread' } } as const satisfies Panel
  expect(next(panel, '10:02')).toBe(at('10:59:40'))
  const awaited = aGhostPanelAt(at('10:02'))
  expect(next(awaited, '10:02', { policy: auto })).toBe(at('10:09:40'))
})

test('a long meeting does not keep a new name from the door for more than two hours', () => {
  expect(next({ ...aPanel([aBooking('10:00', '18:00')], at('10:10')) }, '10:10')).toBe(at('12:10'))
})

test.each([
  ['all', '09:00:05', '09:00:20'],
  ['all', '09:01', '09:01'],
  ['few', '09:00:05', '09:00:45'],
  ['few', '09:02', '09:02'],
  ['least', '09:02', '09:15'],
] as const)('with %s of the touches, after one at %s the room is read at %s', (touches, touch, again) => {
  const panel = evolve(readAt('09:00'), { kind: 'touched', at: at(touch) })
  expect(next(panel, touch, { touches, roomInterval: hours(1) })).toBe(at(again))
})

test('a touch is served by the next reading, and by no other one', () => {
  const touched = evolve(readAt('09:00'), { kind: 'touched', at: at('09:01') })
  const read = evolve(touched, { kind: 'roomRead', room: {}, at: at('09:01:01') })
  expect(next(read, '09:01:02')).toBe(at('09:06:01'))
})

test('a touch reads the room in a meeting, too', () => {
  const panel = evolve(readAt('10:10'), { kind: 'touched', at: at('10:20') })
  expect(next(panel, '10:20')).toBe(at('10:20'))
})

test.each([
  ['begins', { from: at('09:02') }, '09:00', '09:02:05'],
  ['has begun a moment ago', { from: at('09:02') }, '09:02:03', '09:02:05'],
  ['ends', { until: at('09:02') }, '09:00', '09:02:05'],
  ['ends later, and began', { from: at('09:02'), until: at('09:03') }, '09:02:05', '09:03:05'],
  ['ends within a meeting', { until: at('10:40') }, '10:38', '10:40:05'],
])('when a closing %s the room is read: %o, read at %s, again at %s', (_when, outOfService, time, again) => {
  expect(next(readAt(time, { room: { outOfService } }), time)).toBe(at(again))
})

test('a closed room is read at the interval, even if it is booked', () => {
  expect(next(readAt('10:10', { room: { outOfService: {} } }), '10:10')).toBe(at('10:15'))
})

const failed = (retryAfter?: number): Panel =>
  evolve(readAt('09:00'), {
    kind: 'roomFailed',
    code: 'platformFault',
    at: at('09:05'),
    ...(retryAfter !== undefined && { retryAfter }),
  })

test('after a failure it tries again, at a touch at once, and never before the calendar wants it', () => {
  const touched = (panel: Panel, touch: string) => evolve(panel, { kind: 'touched', at: at(touch) })
  expect(next(failed(), '09:05')).toBe(at('09:05:05'))
  const twice = evolve(failed(), {
    kind: 'roomFailed',
    code: 'scopeMissing',
    at: plus(at('09:05'), seconds(5)),
  })
  expect(next(twice, '09:05:06')).toBe(at('09:05:15'))
  expect(next(touched(twice, '09:05:12'), '09:05:12')).toBe(at('09:05:12'))
  expect(next(touched(twice, '09:05:07'), '09:05:07')).toBe(at('09:05:09'))
  expect(next(touched(failed(minutes(10)), '09:06'), '09:06')).toBe(at('09:15'))
})

test('a room is read at once before the first reading, and not during a reading or while the panel is not set up', () => {
  expect(next(newPanel, '09:00')).toBe(at('09:00'))
  expect(next(evolve(newPanel, { kind: 'roomAsked' }), '09:00')).toBeUndefined()
  const notSetUp = evolve(newPanel, { kind: 'setUpFailed', problem: { kind: 'keyringLocked' } })
  expect(next(notSetUp, '09:00')).toBeUndefined()
  expect(next(evolve(readAt('09:00'), { kind: 'timeLeapt' }), '09:00')).toBe(at('09:00'))
})

test('a reading of the room that proves green is never older than two hours', () => {
  expect(roomFreshFor(minutes(4))).toBe(minutes(5))
  expect(roomFreshFor(hours(9))).toBe(minutes(121))
})
