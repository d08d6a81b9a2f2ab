import { expect, test } from 'vitest'
import { connectionAt, occupancyAt } from '../../../shared/occupancy/occupancy-at.ts'
import { evolve, newPanel } from '../../../shared/panel/panel.ts'
import { minutes, plus } from '../../../shared/time/time.ts'
import { aBooking, aPanel, at, auto, off } from '../../support/builders.ts'

const freshFor = minutes(5)
const standup = aBooking('10:00', '10:30')
const review = aBooking('10:30', '11:30')

test.each([
  ['09:59:59', 'free'],
  ['10:00', 'inUse'],
  ['10:29:59', 'inUse'],
  ['10:30', 'inUse'],
  ['11:29:59', 'inUse'],
  ['11:30', 'free'],
])('at %s bookings of 10:00-10:30 and 10:30-11:30 show %s', (time, kind) => {
  const panel = aPanel([standup, review], at(time))
  expect(occupancyAt(panel, at(time), freshFor, off).kind).toBe(kind)
})

test.each([
  ['09:00', 'unknown'],
  ['10:15', 'inUse'],
  ['11:45', 'unknown'],
])('at %s, with something listed at no time, the door shows %s and never free', (time, kind) => {
  const panel = aPanel([standup, review], at(time))
  const { schedule } = panel.reading
  const odd = schedule && {
    ...panel,
    reading: { ...panel.reading, schedule: { ...schedule, hasUnplaced: true as const } },
  }
  expect(odd && occupancyAt(odd, at(time), freshFor, off)).toMatchObject({ kind })
})

test('back-to-back meetings change over at the boundary', () => {
  const shown = (time: string) => occupancyAt(aPanel([standup, review], at(time)), at(time), freshFor, off)
  expect(shown('10:29:59')).toEqual({ kind: 'inUse', booking: standup, until: review.end })
  expect(shown('10:30')).toEqual({ kind: 'inUse', booking: review, until: review.end })
})

test('the running meeting is the overlapping one that started last', () => {
  const late = aBooking('10:10', '10:20')
  const shown = (time: string) => occupancyAt(aPanel([standup, late], at(time)), at(time), freshFor, off)
  expect(shown('10:15')).toEqual({ kind: 'inUse', booking: late, until: standup.end })
  expect(shown('10:25')).toEqual({ kind: 'inUse', booking: standup, until: standup.end })
})

test.each([
  [
    'a short one in a long one',
    [
      ['09:00', '13:00'],
      ['09:55', '10:40'],
    ],
    '10:38',
    '13:00',
  ],
  [
    'a chain',
    [
      ['10:00', '10:30'],
      ['10:30', '11:00'],
      ['11:00', '12:00'],
    ],
    '10:01',
    '12:00',
  ],
  [
    'a gap of a minute',
    [
      ['10:00', '10:30'],
      ['10:31', '11:00'],
    ],
    '10:01',
    '10:30',
  ],
  [
    'two from the same start',
    [
      ['10:00', '10:30'],
      ['10:00', '11:00'],
    ],
    '10:01',
    '11:00',
  ],
  [
    'one that overlaps two',
    [
      ['10:00', '10:30'],
      ['10:20', '11:10'],
      ['11:10', '11:40'],
    ],
    '10:25',
    '11:40',
  ],
] as const)('in use until the end of the unbroken run of bookings: %s', (_what, intervals, now, until) => {
  const bookings = intervals.map(([from, to], index) => aBooking(from, to, { meeting: `m${index}` }))
  const panel = aPanel(bookings, at(now))
  expect(occupancyAt(panel, at(now), freshFor, off)).toMatchObject({ kind: 'inUse', until: at(until) })
})

test('a free room says until when', () => {
  expect(occupancyAt(aPanel([standup], at('09:00')), at('09:00'), freshFor, off)).toEqual({
    kind: 'free',
    until: standup.start,
  })
  expect(occupancyAt(aPanel([standup], at('11:00')), at('11:00'), freshFor, off)).toEqual({ kind: 'free' })
})

test.each([
  ['nothing was read yet', newPanel, 'starting', 'stale'],
  ['the reading is too old', aPanel([], plus(at('10:00'), -freshFor - 1)), 'stale', 'stale'],
  [
    'the last attempt failed',
    evolve(aPanel([], at('09:59')), { kind: 'scheduleFailed', code: 'unreachable', at: at('10:00') }),
    'unreachable',
    'offline',
  ],
  ['time leapt', evolve(aPanel([], at('10:00')), { kind: 'timeLeapt' }), 'starting', 'stale'],
] as const)('when %s, it is never free', (_when, panel, reason, connection) => {
  expect(occupancyAt(panel, at('10:00'), freshFor, off)).toEqual({ kind: 'unknown', reason })
  expect(connectionAt(panel, at('10:00'), freshFor).kind).toBe(connection)
})

test('an unknown room tells what the last reading had for this moment', () => {
  const panel = evolve(aPanel([standup], at('09:59')), {
    kind: 'scheduleFailed',
    code: 'platformFault',
    at: at('10:05'),
  })
  expect(occupancyAt(panel, at('10:05'), freshFor, off)).toEqual({
    kind: 'unknown',
    reason: 'platformFault',
    running: standup,
  })
})

test('a room out of service says so until its time is over', () => {
  const panel = {
    ...aPanel([standup], at('10:00')),
    room: { outOfService: { reason: 'Paint', until: at('10:15') } },
  }
  expect(occupancyAt(panel, at('10:14'), freshFor, off)).toEqual({
    kind: 'outOfService',
    reason: 'Paint',
    until: at('10:15'),
  })
  expect(occupancyAt(panel, at('10:15'), freshFor * 4, off).kind).toBe('inUse')
})

test('a panel that is not set up shows only that', () => {
  const problem = { kind: 'keyringLocked' } as const
  const panel = evolve(aPanel([standup], at('10:00')), { kind: 'setUpFailed', problem })
  expect(occupancyAt(panel, at('10:00'), freshFor, off)).toEqual({ kind: 'notSetUp', problem })
  expect(connectionAt(panel, at('10:00'), freshFor).kind).toBe('offline')
})

const failure = { code: 'unreachable', at: at('10:01'), inARow: 1 } as const
const recalled = { bookings: [standup], readAt: at('09:00'), titles: new Map<never, string>() }

test('how good the line is, with the age of what was read last', () => {
  const good = aPanel([standup], at('10:00'))
  const { schedule: _, ...nothing } = good.reading
  const known = { readAt: at('10:00') }
  const line = (panel: typeof good, time = at('10:01')) => connectionAt(panel, time, freshFor)
  expect(line(good)).toEqual({ kind: 'live', ...known })
  expect(line(good, plus(at('10:05'), 1))).toEqual({ kind: 'stale', ...known })
  expect(line({ ...good, reading: { ...good.reading, failure } })).toEqual({ kind: 'offline', ...known })
  expect(line({ ...good, reading: nothing })).toEqual({ kind: 'stale' })
  expect(line({ ...good, reading: nothing, recalled })).toEqual({ kind: 'stale', readAt: at('09:00') })
  expect(line({ ...good, recalled })).toEqual({ kind: 'live', ...known })
})

test('until the journal is read the door asks for no check-in, and is not green', () => {
  const unread = { ...aPanel([], at('10:00')), journal: { kind: 'unread' } as const }
  expect(occupancyAt(unread, at('10:00'), freshFor, auto)).toEqual({ kind: 'unknown', reason: 'starting' })
  expect(occupancyAt(unread, at('10:00'), freshFor, off)).toEqual({ kind: 'free' })
  expect(occupancyAt(newPanel, at('10:00'), freshFor, off)).toEqual({ kind: 'unknown', reason: 'starting' })
})
