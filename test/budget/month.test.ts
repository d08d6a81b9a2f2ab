import { expect, test, vi } from 'vitest'
import { spreadOf } from './figures.ts'
import { liveMonth } from './month.ts'

vi.setConfig({ testTimeout: 60_000 })

/** The whole months are for `npm run budget`; here are their first days: from Wednesday until Friday. */
const length = 3

test.each([
  [2000, 1],
  [8000, 2],
  [45_000, 3],
])(
  'three days with %i calls a month use their part of it, and no green is old',
  async (callsPerMonth, seed) => {
    const { calls, counted, seen } = await liveMonth({ callsPerMonth, seed, length })
    expect(calls).toBeLessThanOrEqual((callsPerMonth * 3) / 23 + callsPerMonth * 0.05)
    // The calendar doesn't count the one in a thousand that a gateway answered with 504.
    expect(counted).toBeGreaterThanOrEqual(calls)
    expect(counted).toBeLessThanOrEqual(calls * 1.02)
    expect(spreadOf(seen.green).most).toBeLessThanOrEqual(900)
    expect(spreadOf(seen.boundaries).p95).toBeLessThanOrEqual(10)
    expect(spreadOf(seen.touches).p95).toBeLessThanOrEqual(callsPerMonth >= 8000 ? 3 : 13)
    expect(seen.minutes.unknown / seen.minutes.all).toBeLessThan(callsPerMonth >= 8000 ? 0.01 : 0.45)
    if (callsPerMonth >= 8000)
      expect(spreadOf(seen.changes).p95).toBeLessThanOrEqual(callsPerMonth >= 45_000 ? 60 : 600)
  },
)

test('six bookings a day at the door stay within 8,000 calls a month', async () => {
  const { calls, doorBookings, seen } = await liveMonth({
    callsPerMonth: 8000,
    seed: 4,
    length,
    doorBookingsADay: 6,
  })
  expect(doorBookings).toBeGreaterThanOrEqual(6 * 3 - 3)
  expect(calls).toBeLessThanOrEqual((8000 * 3) / 23 + 8000 * 0.05)
  expect(seen.minutes.unknown / seen.minutes.all).toBeLessThan(0.01)
})
