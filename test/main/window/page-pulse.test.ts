import { expect, test } from 'vitest'
import { createPagePulse, pulseInterval } from '../../../main/window/page-pulse.ts'
import { minutes, plus, seconds } from '../../../shared/time/time.ts'
import { createVirtualClock, mondayAfternoon } from '../../support/virtual-clock.ts'

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

test('a clock that is put right makes the last answer neither older nor newer', async () => {
  const clock = createVirtualClock()
  const pulse = createPagePulse(clock)
  pulse.answered()
  await clock.advance(seconds(5))
  clock.leap(minutes(10))
  expect(pulse.lastAt()).toBe(plus(clock.now(), -seconds(5)))
})

test.each([
  ['nobody waits for it', undefined, minutes(1)],
  ['systemd waits for a minute', minutes(1), seconds(20)],
  ['somebody has all the time in the world', minutes(10), minutes(1)],
])('when %s', (_name, patience, interval) => {
  expect(pulseInterval(patience)).toBe(interval)
})
