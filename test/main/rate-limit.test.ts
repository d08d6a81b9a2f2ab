import { expect, test } from 'vitest'
import { createRateLimit } from '../../main/rate-limit.ts'
import { hours, seconds } from '../../shared/time/time.ts'
import { createVirtualClock } from '../support/virtual-clock.ts'

test('a rate limit allows a number at once, and then one in each interval, also after a long rest', async () => {
  const clock = createVirtualClock()
  const rate = createRateLimit(clock, { atOnce: 3, every: seconds(10) })
  const taken = (asked: number): number => Array.from({ length: asked }, rate.takes).filter(Boolean).length
  expect(taken(100)).toBe(3)
  await clock.advance(seconds(9))
  expect(taken(100)).toBe(0)
  await clock.advance(seconds(1))
  expect(taken(100)).toBe(1)
  await clock.advance(seconds(25))
  expect(taken(100)).toBe(2)
  await clock.advance(hours(9))
  expect(taken(100)).toBe(3)
})
