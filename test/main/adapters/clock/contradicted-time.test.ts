import { expect, test } from 'vitest'
import { hours, minutes, seconds } from '../../../../shared/time/time.ts'
import { at } from '../../../support/builders.ts'
import { aTablet } from './two-clocks.ts'

test.each([
  ['began in 1970', 0 - at('10:00')],
  ['stopped two days ago', -hours(48)],
  ['is years ahead', hours(24 * 4000)],
])('a tablet whose clock %s takes the word of three answers that agree', (_how, wallIsOff) => {
  const { clock, call, pass, off, leaps } = aTablet(wallIsOff)
  for (const pause of [750, 1500]) {
    expect(call(300)).toBe(false)
    expect(clock.error()).toBe(Infinity)
    pass(pause)
  }
  expect(leaps()).toBe(0)
  expect(call(300)).toBe(true)
  expect(leaps()).toBe(1)
  expect(clock.error()).toBeLessThanOrEqual(1300)
  expect(off()).toBeLessThanOrEqual(clock.error())
})

test('before the server was heard one answer of another day is not believed', () => {
  const { clock, dated, call, off } = aTablet()
  expect(dated('1970-01-01T00:00:00Z')).toBe(false)
  expect(clock.error()).toBe(Infinity)
  expect(call(200)).toBe(true)
  expect(off()).toBeLessThanOrEqual(clock.error())
})

const wrongDates = ['1970-01-01T00:00:00Z', '2027-01-01T00:00:00Z', '9999-12-31T23:59:59Z']

test.each([
  ...wrongDates,
  '2026-10-22T10:00:00Z',
  '2026-10-02T10:00:00Z',
  '2026-10-12T10:10:00Z',
  '2026-10-12T09:59:40Z',
])('an answer of %s in the middle of an ordinary day is doubt, not truth', (date) => {
  const { clock, call, dated, pass, off, leaps } = aTablet()
  call(200)
  pass(seconds(2))
  expect(dated(date)).toBe(false)
  expect(clock.error()).toBe(Infinity)
  expect(off()).toBeLessThanOrEqual(1200)
  expect(call(200)).toBe(true)
  expect(clock.error()).toBeLessThanOrEqual(1200)
  expect(leaps()).toBe(0)
})

test.each(wrongDates)(
  'nor is it after a hundred answers that all say %s, however long they go on',
  (date) => {
    const { clock, call, dated, pass, off } = aTablet()
    call(200)
    for (let answer = 0; answer < 100; answer++) {
      pass(seconds(20))
      expect(dated(date)).toBe(false)
      expect(clock.error()).toBe(Infinity)
    }
    expect(off()).toBeLessThanOrEqual(1200)
  },
)

const steps = [hours(24 * 10), -hours(24 * 10), minutes(3), -seconds(20)]

test.each([
  ...steps.map((step) => ['five minutes', step, minutes(2), minutes(5)] as const),
  ...steps.map((step) => ['an hour against a tablet that has the old time', step, 0, hours(1)] as const),
])('a server that is believed after %s: it is set by %i ms, and stays there', (_, step, wallIsOff, after) => {
  const { clock, call, pass, setServer, off, leaps } = aTablet(wallIsOff)
  while (!call(200)) pass(seconds(1))
  const before = leaps()
  setServer(step)
  const begun = clock.elapsed()
  let isBelieved = false
  while (!isBelieved) {
    pass(seconds(20))
    isBelieved = call(200)
    expect(clock.error() < Infinity).toBe(isBelieved)
  }
  expect(clock.elapsed() - begun).toBeGreaterThan(after)
  expect(clock.elapsed() - begun).toBeLessThan(after + minutes(1))
  expect(off()).toBeLessThanOrEqual(clock.error())
  expect(leaps()).toBe(before + 1)
})

test('one answer with the known time ends the contradiction', () => {
  const { clock, call, pass, setServer } = aTablet()
  call(200)
  for (let minute = 0; minute < 30; minute++) {
    setServer(minutes(10))
    pass(seconds(50))
    expect(call(200)).toBe(false)
    setServer(-minutes(10))
    pass(seconds(10))
    expect(call(200)).toBe(true)
    expect(clock.error()).toBeLessThanOrEqual(1200)
  }
})

test('two clocks that run apart by a second a day stay together', () => {
  const { clock, call, pass, setServer, off } = aTablet()
  for (let day = 0; day < 30; day++) {
    expect(call(100)).toBe(true)
    expect(off()).toBeLessThanOrEqual(seconds(2))
    pass(hours(24))
    setServer(seconds(1))
  }
  expect(clock.error()).toBeLessThan(Infinity)
})
