import { expect, test } from 'vitest'
import { days, hours, minutes, seconds } from '../../../../shared/time/time.ts'
import { aTablet } from './two-clocks.ts'

test('before the server’s first answer the error of the time is infinite', () => {
  expect(aTablet().clock.error()).toBe(Infinity)
})

test.each([
  ['right', 0],
  ['two seconds fast', 2000],
  ['half a minute slow', -seconds(30)],
])('one answer bounds the error of a clock that is %s', (_how, wallIsOff) => {
  const { clock, call, off } = aTablet(wallIsOff)
  call(400)
  expect(clock.error()).toBeLessThanOrEqual(1400)
  expect(off()).toBeLessThanOrEqual(clock.error())
})

test.each([
  ['31 s slow', -seconds(31)],
  ['five minutes fast', minutes(5)],
  ['a day ahead', hours(24)],
  ['a year behind', -hours(24) * 365],
])('three answers that agree outweigh a clock that is %s', (_how, wallIsOff) => {
  const { clock, call, off } = aTablet(wallIsOff)
  expect([call(400), call(400)]).toEqual([false, false])
  expect(clock.error()).toBe(Infinity)
  expect(call(400)).toBe(true)
  expect(clock.error()).toBeLessThanOrEqual(1400)
  expect(off()).toBeLessThanOrEqual(clock.error())
})

test('a first answer of another time does not set the clock, and the next one of now counts', () => {
  const { clock, call, dated, right } = aTablet()
  expect(dated(right() - minutes(45))).toBe(false)
  expect(call(200)).toBe(true)
  expect(clock.error()).toBeLessThanOrEqual(1200)
})

test('an answer that took half a minute says less', () => {
  const { clock, call, off } = aTablet(seconds(20))
  call(seconds(60))
  expect(clock.error()).toBeGreaterThan(seconds(30))
  expect(off()).toBeLessThanOrEqual(clock.error())
})

test('more answers never make it worse', () => {
  const { clock, call, pass, off } = aTablet(seconds(20))
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
  const large = aTablet(seconds(20))
  large.call(0)
  large.call(0)
  expect(large.leaps()).toBe(1)
})

test.each([seconds(6), seconds(30), -seconds(90), minutes(4)])(
  "the tablet's clock is set by %i ms: nothing is sure until the server is heard again",
  (ms) => {
    const { clock, call, setWall, look, leaps } = aTablet()
    call(200)
    setWall(ms)
    look()
    expect([clock.error(), leaps()]).toEqual([Infinity, 1])
    expect(call(200)).toBe(true)
    expect(clock.error()).toBeLessThanOrEqual(1200)
  },
)

test.each(['timer', 'look'] as const)(
  '%s: a sleep of 20 s in which the monotonic clock stood still',
  (occasion) => {
    const tablet = aTablet()
    tablet.call(200)
    tablet.clock.after(seconds(1), () => {})
    tablet.sleep(seconds(20))
    tablet[occasion]()
    expect(tablet.clock.error()).toBe(Infinity)
  },
)

test("setting the tablet's clock changes no time, and makes it doubtful", () => {
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

test.each(['timer', 'look'] as const)('an unreported sleep is noticed at the next %s', (occasion) => {
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
  const { clock, call, sleep, off, leaps } = aTablet(-seconds(20))
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

test('a call from before a sleep in which the monotonic clock stopped has no known age', () => {
  const { clock, sleep, pass } = aTablet()
  const asked = clock.elapsed()
  pass(100)
  expect(clock.isWholeSince(asked)).toBe(true)
  sleep(minutes(40))
  expect(clock.isWholeSince(asked)).toBe(false)
  expect(clock.isWholeSince(clock.elapsed())).toBe(true)
})

test.each([
  ['is told of', true],
  ['nobody tells of', false],
])('an answer to what was asked before a sleep that %s is none of now', (_, isTold) => {
  const { clock, call, sleep, pass, right } = aTablet()
  call(200)
  const sent = clock.elapsed()
  pass(100)
  const date = right()
  sleep(minutes(2))
  if (isTold) clock.wake()
  expect(clock.hear(date, sent, clock.elapsed())).toBe(false)
  expect(clock.error()).toBe(Infinity)
  expect(call(200)).toBe(true)
})

test('after a sleep of three days the first answer counts, if the tablet knows the time', () => {
  const { call, sleep, clock, off } = aTablet(-seconds(20))
  call(200)
  sleep(hours(72))
  clock.wake()
  expect(call(200)).toBe(true)
  expect(off()).toBeLessThanOrEqual(clock.error())
})

test('a call from before a sleep does not tell the time after it', () => {
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

test('refusals with another time are contradicted as long as they come, and change no time', () => {
  const { call, dated, pass, right, clock } = aTablet()
  call(200)
  for (let count = 0; count < 100; count++) {
    expect(dated(right() + minutes(20), true)).toBe(false)
    pass(minutes(5))
  }
  expect(clock.error()).toBeLessThan(seconds(2))
  expect(call(200)).toBe(true)
})

test('a refusal contradicts no clock that knows no time, and tells it none, however many agree', () => {
  const { clock, dated, right, off } = aTablet(seconds(20))
  for (let count = 0; count < 4; count += 1) expect(dated(right() + days(10), true)).toBe(true)
  expect(clock.error()).toBe(Infinity)
  expect(dated(right())).toBe(true)
  expect(off()).toBeLessThan(seconds(2))
  expect(dated(right(), true)).toBe(true)
})
