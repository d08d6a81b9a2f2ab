import { expect, test } from 'vitest'
import { createServerClock } from '../../main/adapters/server-clock.ts'
import { hours, type Instant, instantOf, minutes, seconds } from '../../shared/domain/time.ts'
import { at } from '../support/builders.ts'

/** A tablet whose clocks move only when told to, and a server of the right time. */
function aTablet(wallIsOff = 0) {
  let monotonic = 5000
  let wall = at('10:00') + wallIsOff
  let server = at('10:00') + 0
  const timers: (() => void)[] = []
  const looks: (() => void)[] = []
  const clock = createServerClock({
    wall: () => wall,
    monotonic: () => monotonic,
    after: (_ms, run) => {
      timers.push(run)
      return () => {}
    },
    every: (_ms, run) => looks.push(run),
  })
  let leaps = 0
  clock.onLeap(() => (leaps += 1))
  const pass = (ms: number) => {
    monotonic += ms
    wall += ms
    server += ms
  }
  return {
    clock,
    pass,
    /** Time passes, and the monotonic clock does not know. */
    sleep: (ms: number) => {
      wall += ms
      server += ms
    },
    setWall: (ms: number) => (wall += ms),
    /** Something that was to happen later happens. */
    timer: () => timers.shift()?.(),
    /** The two clocks are held against each other, as each minute. */
    look: () => {
      for (const run of looks) run()
    },
    /** A call that takes `ms`, and is answered half-way. */
    call: (ms: number) => {
      const sent = clock.elapsed()
      pass(ms / 2)
      const date = instantOf(Math.floor(server / 1000) * 1000)
      pass(ms / 2)
      clock.hear(date, sent, clock.elapsed())
    },
    right: (): Instant => instantOf(server),
    off: () => Math.abs(clock.now() - server),
    leaps: () => leaps,
  }
}

test('as long as the server has not been heard nobody knows how wrong the time is', () => {
  expect(aTablet().clock.error()).toBe(Infinity)
})

test.each([
  ['right', 0],
  ['two seconds fast', 2000],
  ['five minutes slow', -minutes(5)],
  ['years ahead', hours(24 * 4000)],
])('one answer bounds the error of a clock that is %s', (_how, wallIsOff) => {
  const { clock, call, off } = aTablet(wallIsOff)
  call(400)
  expect(clock.error()).toBeLessThanOrEqual(1400)
  expect(off()).toBeLessThanOrEqual(clock.error())
})

test('an answer that took half a minute says less', () => {
  const { clock, call, off } = aTablet(minutes(2))
  call(seconds(60))
  expect(clock.error()).toBeGreaterThan(seconds(30))
  expect(off()).toBeLessThanOrEqual(clock.error())
})

test('more answers never make it worse', () => {
  const { clock, call, pass, off } = aTablet(seconds(40))
  let before = Infinity
  for (const ms of [3000, 50, 900, 50, 200]) {
    call(ms)
    expect(clock.error()).toBeLessThanOrEqual(before)
    expect(off()).toBeLessThanOrEqual(clock.error())
    before = clock.error()
    pass(12_345)
  }
})

test('tells of a leap when it is put right by more than five seconds, and only then', () => {
  const small = aTablet(seconds(4))
  small.call(0)
  expect(small.leaps()).toBe(0)
  const large = aTablet(seconds(60))
  large.call(0)
  large.call(0)
  expect(large.leaps()).toBe(1)
})

test("somebody who sets the tablet's clock changes no time, and makes it doubtful", () => {
  const { clock, call, setWall, leaps, look } = aTablet()
  call(200)
  const before = clock.now()
  setWall(hours(3))
  look()
  expect(clock.now()).toBe(before)
  expect(leaps()).toBe(1)
  expect(clock.error()).toBe(Infinity)
  call(200)
  expect(clock.error()).toBeLessThanOrEqual(1200)
  expect(leaps()).toBe(1)
  look()
  expect(leaps()).toBe(1)
})

test.each(['timer', 'look'] as const)('a sleep that nobody told of is noticed at the next %s', (occasion) => {
  const tablet = aTablet()
  const { clock, call, sleep, off, leaps } = tablet
  call(200)
  clock.after(seconds(1), () => {})
  sleep(minutes(40))
  expect(leaps()).toBe(0)
  tablet[occasion]()
  expect(leaps()).toBe(1)
  expect(clock.error()).toBe(Infinity)
  call(200)
  expect(off()).toBeLessThanOrEqual(1200)
})

test('after a sleep the time is unsure until the server is heard again', () => {
  const { clock, call, sleep, off, leaps } = aTablet(-minutes(2))
  call(200)
  const before = leaps()
  sleep(hours(8))
  clock.wake()
  expect(clock.error()).toBe(Infinity)
  expect(leaps()).toBe(before + 1)
  call(200)
  expect(clock.error()).toBeLessThanOrEqual(1200)
  expect(off()).toBeLessThanOrEqual(clock.error())
})

test('a sleep is told of also where the tablet is wrong by as long as it lasted', () => {
  const { clock, call, sleep, leaps } = aTablet(-minutes(40))
  call(200)
  const before = leaps()
  sleep(minutes(40))
  clock.wake()
  expect(leaps()).toBe(before + 1)
})

test('a sleep in which the monotonic clock stood still is in the time right after it', () => {
  const { clock, call, sleep, right } = aTablet()
  call(0)
  sleep(minutes(40))
  expect(right() - clock.now()).toBe(minutes(40))
  clock.wake()
  expect(clock.now()).toBe(right())
})

test('what was asked before a sleep in which the monotonic clock stood still has no known age', () => {
  const { clock, sleep, pass } = aTablet()
  const asked = clock.elapsed()
  pass(100)
  expect(clock.isWholeSince(asked)).toBe(true)
  sleep(minutes(40))
  expect(clock.isWholeSince(asked)).toBe(false)
  expect(clock.isWholeSince(clock.elapsed())).toBe(true)
})

test('a call that was begun before a sleep says nothing about the time after it', () => {
  const { clock, sleep, pass, right } = aTablet()
  const sent = clock.elapsed()
  pass(100)
  const date = right()
  sleep(minutes(40))
  clock.wake()
  clock.hear(date, sent, clock.elapsed())
  expect(clock.error()).toBe(Infinity)
  expect(clock.now()).toBe(right())
})
