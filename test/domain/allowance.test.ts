import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Allowance, allowanceOf, type CallBudget, reserveOf } from '../../shared/domain/allowance.ts'
import { days, hours, minutes, seconds } from '../../shared/domain/time.ts'

/** A month of 30 days with 264 office hours, of which so much is left. */
const aMonth = (callsPerMonth: number, spent = 0, shareLeft = 1): CallBudget => ({
  callsPerMonth,
  spent,
  officeLeft: hours(264) * shareLeft,
  otherLeft: (days(30) - hours(264)) * shareLeft,
  shareLeft,
})

test.each([
  [45_000, 'all', 30, 30],
  [20_000, 'all', 63, 30],
  [8000, 'all', 222, 30],
  [2000, 'few', 986, 377.4],
] as const)(
  'with %i calls a month: %s boundaries and touches, %i s in office hours, %f min at night',
  (calls, which, office, night) => {
    const { interval, boundaries, touches } = allowanceOf(aMonth(calls), true)
    expect([boundaries, touches]).toEqual([which, which])
    expect(Math.round(interval / seconds(1))).toBe(office)
    expect(allowanceOf(aMonth(calls), false).interval / minutes(1)).toBeCloseTo(night, 1)
  },
)

test('a panel that begins in the middle of the month with half of the calls reads as one that began with it', () => {
  const { interval } = allowanceOf(aMonth(8000), true)
  expect(allowanceOf(aMonth(8000, 4000, 0.5), true).interval / interval).toBeCloseTo(1, 1)
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

test('the interval is a positive time, never shorter than 30 s, and grows as the calls are spent', () => {
  fc.assert(
    fc.property(budget, fc.boolean(), (now, inOfficeHours) => {
      const { interval } = allowanceOf(now, inOfficeHours)
      expect(interval).toBeGreaterThanOrEqual(seconds(30))
      expect(interval).toBeLessThanOrEqual(days(31))
      const later = allowanceOf({ ...now, spent: now.spent + now.callsPerMonth / 100 }, inOfficeHours)
      expect(later.interval).toBeGreaterThanOrEqual(interval)
    }),
  )
})

test('there is always a reserve, which the interval leaves alone', () => {
  fc.assert(
    fc.property(budget, fc.boolean(), (now, inOfficeHours) => {
      const reserve = reserveOf(now)
      expect(reserve).toBeGreaterThanOrEqual(now.callsPerMonth * 0.02)
      if (now.callsPerMonth - now.spent - 1 >= reserve) return
      expect(allowanceOf(now, inOfficeHours).interval).toBe(days(31))
    }),
  )
})

/** What asks for a reading in a step of the month. A vandal touches all day. */
type Wish = 'interval' | 'boundary' | 'touch'

const isAllowed = ({ boundaries, touches }: Allowance, wish: Wish): boolean =>
  (wish === 'touch' ? touches : boundaries) !== 'none'

test('whatever is asked for, reading never spends the month, and what people do always has calls left', () => {
  const wishes = fc.array(fc.constantFrom<Wish>('interval', 'boundary', 'touch'), {
    minLength: 1,
    maxLength: 12,
  })
  fc.assert(
    fc.property(fc.integer({ min: 500, max: 20_000 }), wishes, (callsPerMonth, pattern) => {
      let spent = 0
      let readAt = 0
      const step = minutes(1)
      for (let now = 0; now < days(30); now += step) {
        const allowance = allowanceOf(aMonth(callsPerMonth, spent, 1 - now / days(30)), true)
        const wish = pattern[(now / step) % pattern.length] ?? 'interval'
        const reads = wish === 'interval' ? now - readAt >= allowance.interval : isAllowed(allowance, wish)
        if (reads) [spent, readAt] = [spent + 1, now]
      }
      expect(spent).toBeLessThanOrEqual(callsPerMonth * 0.99 + 1)
    }),
    { numRuns: 20 },
  )
})
