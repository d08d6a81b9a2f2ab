import { beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { createNow } from '../../../renderer/now.ts'
import { minutes, plus, seconds } from '../../../shared/time/time.ts'
import { at } from '../snapshots.ts'

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  return () => vi.useRealTimers()
})

function startedAt(time: string, rate = 1) {
  const now = createNow()
  onTestFinished(now.stop)
  now.setTo(at(time), rate)
  const seen: number[] = []
  onTestFinished(now.time.subscribe((moment) => seen.push(moment)))
  return { now, seen }
}

test('beats at full minutes', () => {
  const { now, seen } = startedAt('10:48')
  now.setTo(plus(at('10:48'), seconds(40)), 1)
  vi.advanceTimersByTime(seconds(19))
  expect(now.time.value).toBe(plus(at('10:48'), seconds(40)))
  vi.advanceTimersByTime(seconds(1))
  expect(now.time.value).toBe(at('10:49'))
  vi.advanceTimersByTime(minutes(1))
  expect(now.time.value).toBe(at('10:50'))
  expect(seen).toHaveLength(4)
})

test('beats each second while something counts, and then no more', () => {
  const { now, seen } = startedAt('10:48')
  now.beatEvery('second')
  vi.advanceTimersByTime(seconds(3))
  expect(seen).toHaveLength(4)
  now.beatEvery('minute')
  vi.advanceTimersByTime(seconds(50))
  expect(seen).toHaveLength(4)
})

test('runs as fast as the main process says', () => {
  const { now } = startedAt('10:48', 60)
  vi.advanceTimersByTime(seconds(5))
  expect(now.time.value).toBe(at('10:53'))
})

test('tells the time between two beats when it is asked', () => {
  const { now } = startedAt('10:48')
  vi.advanceTimersByTime(seconds(7))
  now.look()
  expect(now.time.value).toBe(plus(at('10:48'), seconds(7)))
})

test('counts real time by a clock that is never set', () => {
  const { now } = startedAt('10:48', 60)
  const began = now.uptime.value
  vi.advanceTimersByTime(seconds(2))
  now.setTo(at('09:00'), 1)
  expect(now.uptime.value - began).toBe(seconds(2))
})

test('leaves no timer behind', () => {
  const { now } = startedAt('10:48')
  now.stop()
  expect(vi.getTimerCount()).toBe(0)
})
