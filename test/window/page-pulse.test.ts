import { expect, test } from 'vitest'
import { createPagePulse } from '../../main/window/page-pulse.ts'
import { minutes, plus, seconds } from '../../shared/domain/time.ts'
import { createVirtualClock, mondayAfternoon } from '../support/virtual-clock.ts'

test('shows the page its picture every minute, and knows when it last answered', async () => {
  const clock = createVirtualClock()
  const pulse = createPagePulse(clock)
  let shown = 0
  const stop = pulse.start(minutes(1), () => (shown += 1))
  expect(pulse.lastAt()).toBeUndefined()
  await clock.advance(minutes(3))
  expect(shown).toBe(3)
  await clock.advance(seconds(1))
  pulse.answered()
  await clock.advance(minutes(2))
  expect(pulse.lastAt()).toBe(plus(mondayAfternoon, minutes(3) + seconds(1)))
  stop()
  await clock.advance(minutes(5))
  expect(shown).toBe(5)
  expect(clock.pending()).toBe(0)
})
