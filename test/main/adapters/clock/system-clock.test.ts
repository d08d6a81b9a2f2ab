import { afterEach, expect, test, vi } from 'vitest'
import { createSystemClock } from '../../../../main/adapters/clock/system-clock.ts'
import { minutes, plus, seconds } from '../../../../shared/time/time.ts'

afterEach(() => void vi.useRealTimers())

test.each([minutes(4), -minutes(4), 365 * 24 * 60 * minutes(1)])(
  'somebody who sets the tablet’s clock by %i ms moves neither the monotonic clock nor the time',
  (step) => {
    vi.useFakeTimers({ toFake: ['Date'] })
    const clock = createSystemClock()
    const [elapsed, now] = [clock.elapsed(), clock.now()]
    vi.setSystemTime(clock.wall() + step)
    expect(clock.elapsed() - elapsed).toBeLessThan(seconds(1))
    expect(clock.elapsed() - elapsed).toBeGreaterThanOrEqual(0)
    expect(Math.abs(clock.now() - now)).toBeLessThan(seconds(1))
  },
)

test('follows three answers of the server when the tablet is minutes off, and tells of the leap', () => {
  const clock = createSystemClock()
  let leaps = 0
  clock.onLeap(() => (leaps += 1))
  const before = clock.now()
  for (let answer = 1; answer <= 3; answer++)
    clock.hear(plus(before, -minutes(5)), clock.elapsed(), clock.elapsed())
  expect(clock.now() - before).toBeLessThan(-minutes(4))
  expect(Math.round(clock.offset() / minutes(1))).toBe(-5)
  expect(leaps).toBe(1)
})

test('a server that agrees does not change the time', () => {
  const clock = createSystemClock()
  clock.onLeap(() => expect.unreachable())
  const before = clock.now()
  clock.hear(plus(before, -seconds(0.5)), clock.elapsed(), clock.elapsed())
  expect(clock.now() - before).toBeLessThan(seconds(1))
  expect(clock.now()).toBeGreaterThanOrEqual(before)
})

test('after a sleep what the server said before no longer counts', () => {
  const clock = createSystemClock()
  const before = clock.now()
  clock.hear(plus(before, seconds(20)), clock.elapsed(), clock.elapsed())
  let leaps = 0
  const stop = clock.onLeap(() => (leaps += 1))
  clock.wake()
  expect(leaps).toBe(1)
  expect(clock.now() - before).toBeLessThan(seconds(19))
  stop()
  clock.hear(plus(before, seconds(20)), clock.elapsed(), clock.elapsed())
  expect(leaps).toBe(1)
})

test('runs what is asked for later, faster in a faster time, and not what was cancelled', async () => {
  const clock = createSystemClock(1000)
  const begun = clock.elapsed()
  clock.after(minutes(1), () => expect.unreachable())()
  await new Promise<void>((resolve) => clock.after(seconds(10), resolve))
  expect(clock.elapsed() - begun).toBeGreaterThanOrEqual(seconds(9))
  expect(clock.elapsed() - begun).toBeLessThan(minutes(10))
})
