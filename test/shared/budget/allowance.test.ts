import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { createTally } from '../../../engine/calendars/feishu/calls/tally.ts'
import { type Allowance, allowanceOf, type CallBudget, reserveOf } from '../../../shared/budget/allowance.ts'
import { freshForTouch } from '../../../shared/reading/reading-plan.ts'
import { days, hours, minutes, seconds } from '../../../shared/time/time.ts'
import { aShare } from '../../support/a-share.ts'

vi.setConfig({ testTimeout: 30_000 })

/** A month of 30 days with 264 office hours, of which so much is left. */
const aMonth = (calls: number, spent = 0, shareLeft = 1): CallBudget => ({
  calls,
  spent,
  officeLeft: hours(264) * shareLeft,
  otherLeft: (days(30) - hours(264)) * shareLeft,
  shareLeft,
})

test.each([
  [45_000, ['all', 'all'], 30, 288, 30],
  [20_000, ['all', 'all'], 76, 288, 30],
  [8000, ['all', 'all'], 588, 288, 30],
  [2000, ['few', 'few'], 1741, 7200, 377.4],
] as const)(
  'with %i calls a month: %j boundaries and touches, %i s in office hours, the room %i s, and %f min at night',
  (calls, which, office, room, night) => {
    const { interval, roomInterval, boundaries, touches } = allowanceOf(aMonth(calls), true)
    expect([boundaries, touches]).toEqual(which)
    expect([interval, roomInterval].map((ms) => Math.round(ms / seconds(1)))).toEqual([office, room])
    expect(allowanceOf(aMonth(calls), false).interval / minutes(1)).toBeCloseTo(night, 1)
  },
)

/** A panel that begins with so many calls for the last part of the month. */
const begunWith = (calls: number, part: number): CallBudget => ({ ...aMonth(calls, 0, part), shareLeft: 1 })

test('a panel that begins in the middle of the month with half of the calls reads as one that began with it', () => {
  const { interval } = allowanceOf(aMonth(8000), true)
  expect(allowanceOf(begunWith(4000, 0.5), true).interval).toBe(interval)
})

test.each([
  ['the last evening, after office hours', hours(0), hours(4), false, minutes(30)],
  ['the last quarter of an hour', hours(0), minutes(15), false, minutes(30)],
  ['the last hours of an office in London', hours(4), 0, true, minutes(11)],
  ['the last minute', minutes(1), 0, true, minutes(1)],
])('who begins in %s sees the room: often by itself, and at touches', (_, office, other, isOpen, most) => {
  const budget = { calls: 100, spent: 0, officeLeft: office, otherLeft: other, shareLeft: 1 }
  const { interval, boundaries, touches } = allowanceOf(budget, isOpen)
  expect(interval).toBeLessThanOrEqual(most)
  expect(boundaries).not.toBe('none')
  expect(touches).not.toBe('least')
})

const budget = fc
  .record({
    callsPerMonth: fc.integer({ min: 500, max: 1_000_000 }),
    spentShare: fc.double({ min: 0, max: 1.2, noNaN: true }),
    shareLeft: fc.double({ min: 0, max: 1, noNaN: true }),
  })
  .map(({ callsPerMonth, spentShare, shareLeft }) =>
    aMonth(callsPerMonth, callsPerMonth * spentShare, shareLeft),
  )

test('the interval is a positive time, and never shorter than 30 s', () => {
  fc.assert(
    fc.property(budget, fc.boolean(), (now, inOfficeHours) => {
      const { interval } = allowanceOf(now, inOfficeHours)
      expect(interval).toBeGreaterThanOrEqual(seconds(30))
      expect(interval).toBeLessThanOrEqual(inOfficeHours ? hours(2) : hours(12))
    }),
  )
})

test('as the calls are spent nights are read less often, and so is the room, which may leave more to the schedule', () => {
  fc.assert(
    fc.property(budget, (now) => {
      const fewer = { ...now, spent: now.spent + now.calls / 100 }
      expect(allowanceOf(fewer, false).interval).toBeGreaterThanOrEqual(allowanceOf(now, false).interval)
      const [before, after] = [allowanceOf(now, true), allowanceOf(fewer, true)]
      if (before.touches === after.touches)
        expect(after.roomInterval).toBeGreaterThanOrEqual(before.roomInterval)
    }),
    { numRuns: 1000 },
  )
})

test('there is always a reserve, of which the interval takes almost nothing', () => {
  fc.assert(
    fc.property(budget, fc.boolean(), (now, inOfficeHours) => {
      const reserve = reserveOf(now)
      expect(reserve).toBeGreaterThanOrEqual(now.calls * 0.02)
      if (now.calls - now.spent - 1 >= reserve) return
      expect(allowanceOf(now, inOfficeHours).interval).toBe(inOfficeHours ? hours(2) : hours(12))
    }),
  )
})

/** What asks for a reading in a step of the month. A vandal, or a touch screen with a fault, touches all day. */
type Wish = 'interval' | 'boundary' | 'touch'

const isRead = (allowance: Allowance, wish: Wish, age: number): boolean => {
  if (age >= allowance.interval) return true
  if (wish === 'interval') return false
  return wish === 'touch' ? age > freshForTouch[allowance.touches] : allowance.boundaries !== 'none'
}

/** A panel that does what is allowed, with so many calls spent. */
function aSpender(callsPerMonth: number) {
  let spent = 0
  const clock = { now: 0 }
  const counter = { count: () => void (spent += 1), shareOf: (calls: number) => aShare(spent)(calls) }
  const call = createTally({ callsPerMonth, counter }, () => clock.now)
  return { clock, call, spent: () => spent }
}

test('with any demand readings hardly exceed the share, and people’s actions always have calls left', () => {
  const wishes = fc.array(fc.constantFrom<Wish>('interval', 'boundary', 'touch'), {
    minLength: 1,
    maxLength: 12,
  })
  fc.assert(
    fc.property(fc.integer({ min: 500, max: 20_000 }), wishes, (callsPerMonth, pattern) => {
      const { clock, call, spent } = aSpender(callsPerMonth)
      let readAt = 0
      const ending = { calls: 8, all: 8 * 30 }
      for (; clock.now < days(30); clock.now += minutes(1)) {
        const { now } = clock
        const allowance = allowanceOf(aMonth(callsPerMonth, spent(), 1 - now / days(30)), true)
        const wish = pattern[(now / minutes(1)) % pattern.length] ?? 'interval'
        if (isRead(allowance, wish, now - readAt) && call()) readAt = now
        // One meeting a day is ended at the door.
        if (now % days(1) === hours(23))
          for (let left = ending.calls; left > 0; left--) expect(call()).toBe(true)
      }
      // Four readings an hour if visitors touch all day, else one in two hours.
      const beyond = pattern.includes('touch') ? 4 * 24 * 30 : 12 * 30
      expect(spent()).toBeLessThanOrEqual(callsPerMonth + beyond + ending.all)
    }),
    { numRuns: 8 },
  )
})
