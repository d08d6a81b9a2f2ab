import fc from 'fast-check'
import { expect, test } from 'vitest'
import { evolve, newPanel, type Panel } from '../../../shared/panel/panel.ts'
import { type ProblemCode, problemCodes } from '../../../shared/reading/problem.ts'
import {
  freshFor,
  nextReading,
  type ReadingRules,
  touchesRestUntil,
} from '../../../shared/reading/reading-plan.ts'
import type { Policy } from '../../../shared/release/policy.ts'
import { days, hours, type Instant, minutes, plus, seconds } from '../../../shared/time/time.ts'
import { aBooking, aPanel, at, auto, follower, observe, off } from '../../support/builders.ts'
import { endAction, releaseAction, settled } from '../../support/actions.ts'

const interval = minutes(4)
const booking = aBooking('10:00', '10:30')

const nextOf = (
  panel: Panel,
  every: number,
  now: Instant,
  policy: Policy,
  boundaries: ReadingRules['boundaries'] = 'all',
) => nextReading(panel, now, { interval: every, policy, boundaries })

test.each([
  ['09:50', '09:54', 'the interval is over'],
  ['09:57', '09:59:45', 'a start is near'],
  ['09:59:50', '10:00:03', 'a start has just passed'],
  ['10:28', '10:29:45', 'an end is near'],
  ['10:29:58', '10:30:03', 'an end has just passed'],
])('after a reading at %s the next is at %s, for %s', (readAt, next) => {
  expect(nextOf(aPanel([booking], at(readAt)), interval, at(readAt), off)).toBe(at(next))
})

test.each([
  ['09:40', '09:50', '09:54', 'the interval is over'],
  ['09:57', '10:01', '10:05', 'a start has passed since, and the hub had not seen it'],
  ['09:20', '09:56', '09:59:45', 'a start is near'],
])('what a hub read at %s and told at %s is asked for again at %s: %s', (readAt, heardAt, next) => {
  const { reading, ...panel } = aPanel([booking], at(readAt))
  const schedule = reading.schedule && { ...reading.schedule, heardAt: at(heardAt) }
  const heard = { ...panel, reading: { ...reading, ...(schedule && { schedule }) } }
  expect(nextOf(heard, interval, at(heardAt), off)).toBe(at(next))
})

test.each([
  ['09:50', '09:54', '09:54', 'the interval is over'],
  ['09:53', '09:54:45', '09:57', 'check-in is about to open'],
  ['09:54:50', '09:55:03', '09:58:50', 'check-in has just opened'],
  ['10:08', '10:12', '10:12', 'a release reads for itself'],
])('after a reading at %s the next is at %s where people check in, else at %s: %s', (readAt, asked, not) => {
  const nextWith = (policy: Policy) => nextOf(aPanel([booking], at(readAt)), interval, at(readAt), policy)
  for (const policy of [auto, observe]) expect(nextWith(policy)).toBe(at(asked))
  for (const policy of [off, follower]) expect(nextWith(policy)).toBe(at(not))
})

test('the schedule is read at once before the first reading, and not during a reading or while the panel is not set up', () => {
  const asking = evolve(newPanel, { kind: 'scheduleAsked' })
  const notSetUp = evolve(newPanel, { kind: 'setUpFailed', problem: { kind: 'keyringLocked' } })
  expect(nextOf(newPanel, interval, at('10:00'), off)).toBe(at('10:00'))
  expect(nextOf(asking, interval, at('10:00'), off)).toBeUndefined()
  expect(nextOf(notSetUp, interval, at('10:00'), off)).toBeUndefined()
})

function afterFailures(count: number, code: ProblemCode, retryAfter?: number): Panel {
  const event = { kind: 'scheduleFailed', code, ...(retryAfter !== undefined && { retryAfter }) } as const
  const times = Array.from({ length: count }, (_, index) => plus(at('10:00'), index - count + 1))
  return times.reduce<Panel>((panel, time) => evolve(panel, { ...event, at: time }), newPanel)
}

const pauseAfter = (panel: Panel, every = seconds(30)): number =>
  (nextOf(panel, every, at('10:00'), off) ?? 0) - (panel.reading.failure?.at ?? 0)

test.each([
  [1, 5],
  [2, 10],
  [4, 40],
  [5, 60],
  [50, 60],
])('after %i failures in a row it waits %i s', (count, pause) => {
  expect(pauseAfter(afterFailures(count, 'unreachable'))).toBe(seconds(pause))
})

test.each([
  [5, minutes(4), 80],
  [50, minutes(4), 240],
  [50, minutes(30), 1800],
  [50, days(31), 1800],
])(
  'after %i failures it asks no more often than the interval of %i ms lets it: every %i s',
  (count, every, pause) => {
    expect(pauseAfter(afterFailures(count, 'platformFault'), every)).toBe(seconds(pause))
  },
)

test.each([
  [1, undefined, 2],
  [2, undefined, 4],
  [3, undefined, 8],
  [50, undefined, 30],
  [1, hours(1), 3600],
])(
  'after %i failures, asked to rest for %s ms, touches ask for nothing for %i s',
  (count, retryAfter, rest) => {
    const { failure } = afterFailures(count, 'rateLimited', retryAfter).reading
    expect(failure && touchesRestUntil(failure) - failure.at).toBe(seconds(rest))
  },
)

test('waits longer for what people have to mend, and as long as the calendar wants', () => {
  expect(pauseAfter(afterFailures(50, 'credentialsRejected'))).toBe(minutes(5))
  expect(pauseAfter(afterFailures(50, 'quotaSpent'))).toBe(hours(1))
  expect(pauseAfter(afterFailures(1, 'rateLimited', seconds(52)))).toBe(seconds(52))
  for (const code of problemCodes) expect(pauseAfter(afterFailures(1, code))).toBe(seconds(5))
})

test('looks again soon after an end that is not proven', () => {
  const uncertain = evolve(aPanel([booking], at('10:10:01')), {
    kind: 'action',
    action: endAction(booking, settled({ kind: 'uncertain' }, at('10:10'))),
  })
  expect(nextOf(uncertain, interval, at('10:10:01'), off)).toBe(at('10:10:10'))
})

test('looks again soon after a release that is not proven', () => {
  const uncertain = evolve(aPanel([booking], at('10:10:11')), {
    kind: 'action',
    action: releaseAction(booking, settled({ kind: 'uncertain' }, at('10:10'))),
  })
  expect(nextOf(uncertain, interval, at('10:10:11'), off)).toBe(at('10:10:30'))
})

/** The same panel with its chance drawn. */
const by = (chance: number, panel: Panel): Panel => ({ ...panel, reading: { ...panel.reading, chance } })

test('panels that have the same to do part by chance, and each stays close to what it would do alone', () => {
  const chance = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true })
  const readAt = fc.integer({ min: 0, max: 7200 }).map((second) => plus(at('09:00'), seconds(second)))
  fc.assert(
    fc.property(chance, readAt, (drawn, read) => {
      const alone = nextOf(aPanel([booking], read), interval, read, off) ?? 0
      const next = nextOf(by(drawn, aPanel([booking], read)), interval, read, off) ?? 0
      expect(next).toBeGreaterThan(read)
      expect(next - alone).toBeGreaterThanOrEqual(-interval * 0.2)
      expect(next - alone).toBeLessThanOrEqual(seconds(4))
    }),
  )
  const pause = (drawn: number) => pauseAfter(by(drawn, afterFailures(1, 'rateLimited', seconds(52))))
  expect([pause(0), pause(0.5), pause(0.999)]).toEqual([52_000, 65_000, 77_974])
})

test('a boundary is read once before it and once after it, however chance is drawn anew', () => {
  const early = by(0.9, aPanel([booking], at('09:57')))
  expect(nextOf(early, interval, at('09:57'), off)).toBe(plus(at('09:59:45'), -13_500))
  const before = by(0.1, aPanel([booking], at('09:59:31.5')))
  expect(nextOf(before, interval, at('09:59:32'), off)).toBe(plus(at('10:00:03'), 400))
  const after = by(0.9, aPanel([booking], at('10:00:03.4')))
  expect(nextOf(after, minutes(5), at('10:00:04'), off)).toBe(plus(at('10:00:03.4'), minutes(5) * 0.82))
})

test.each([
  ['09:50', 'all', '09:54:45'],
  ['09:50', 'few', '09:55:03'],
  ['09:55:03', 'few', '10:00:03'],
  ['10:00:03', 'few', '10:30:03'],
  ['09:50', 'none', '11:50'],
] as const)('after a reading at %s, with %s of the boundaries, the next is at %s', (readAt, which, next) => {
  expect(nextOf(aPanel([booking], at(readAt)), hours(2), at(readAt), auto, which)).toBe(at(next))
})

test('green is never older than 15 minutes in office hours, and 31 at night, however slow reading is', () => {
  expect(freshFor(interval)).toBe(minutes(5))
  expect(freshFor(minutes(30))).toBe(minutes(15))
  expect(freshFor(hours(3), false)).toBe(minutes(31))
})
