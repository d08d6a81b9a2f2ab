import { expect, test, vi } from 'vitest'
import { officeFigures } from './figures.ts'
import { liveMorning } from './many-doors.ts'

vi.setConfig({ testTimeout: 60_000 })

test('eight panels that begin in one second part, weather an outage without a storm, and all come back', async () => {
  const { load, liveAfterPowerCut, liveAfterOutage } = officeFigures(8, await liveMorning(8, 1))
  expect(liveAfterPowerCut.most).toBeLessThan(30)
  expect(liveAfterOutage.most).toBeLessThanOrEqual(95)
  // Three tries of the client for each attempt, at most one attempt a minute once the first are over.
  expect(load.outage.perMinute).toBeLessThanOrEqual(8 * 3 * 4)
  expect(load.after.limited).toBe(0)
  expect(load.steady.perSecond).toBeLessThanOrEqual(8)
})
