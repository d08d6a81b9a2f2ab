import { expect, test } from 'vitest'
import { createVirtualClock, mondayAfternoon } from './virtual-clock.ts'

test('runs due callbacks in order, each at its own time', async () => {
  const clock = createVirtualClock()
  const seen: [string, number][] = []
  const note = (name: string) => () => seen.push([name, clock.now() - mondayAfternoon])
  clock.after(30, note('last'))
  clock.after(10, note('first'))
  clock.after(10, note('second'))
  clock.after(31, note('too late'))
  await clock.advance(30)
  expect(seen).toEqual([
    ['first', 10],
    ['second', 10],
    ['last', 30],
  ])
  expect(clock.elapsed()).toBe(30)
  expect(clock.pending()).toBe(1)
})

test('runs what is scheduled on the way, also by a promise', async () => {
  const clock = createVirtualClock()
  const wait = (ms: number) => new Promise<void>((resolve) => clock.after(ms, resolve))
  const seen: number[] = []
  const story = async () => {
    await wait(10)
    seen.push(clock.elapsed())
    await wait(10)
    seen.push(clock.elapsed())
  }
  const told = story()
  await clock.advance(20)
  await told
  expect(seen).toEqual([10, 20])
})

test('forgets a cancelled callback', async () => {
  const clock = createVirtualClock()
  clock.after(10, () => expect.unreachable())()
  await clock.advance(20)
  expect(clock.pending()).toBe(0)
})

test('refuses to go backwards', async () => {
  await expect(createVirtualClock().advance(-1)).rejects.toThrow('backwards')
})

test('tells of a leap, which moves no callback', async () => {
  const clock = createVirtualClock()
  let leaps = 0
  const stop = clock.onLeap(() => leaps++)
  clock.leap(-5000)
  stop()
  clock.leap(1000)
  expect(leaps).toBe(1)
  expect(clock.now() - mondayAfternoon).toBe(-4000)
  expect(clock.elapsed()).toBe(0)
})
