import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  afterHearing,
  leap,
  narrowed,
  offsetHeard,
  type ServerOffset,
  type ServerTime,
  serverTime,
  timeError,
  unheard,
} from '../../../shared/time/server-time.ts'
import { days, hours, instantOf, minutes, seconds } from '../../../shared/time/time.ts'

/** An exchange with a server whose clock is `offset` ahead of ours. */
const exchange = (offset: number) =>
  fc
    .record({ sent: fc.integer({ min: 0, max: 10 ** 9 }), there: fc.nat(5000), back: fc.nat(5000) })
    .map(({ sent, there, back }) => {
      const date = Math.floor((sent + there + offset) / 1000) * 1000
      return offsetHeard(instantOf(date), sent, sent + there + back)
    })

const exchanges = fc
  .integer({ min: -(10 ** 9), max: 10 ** 9 })
  .chain((offset) =>
    fc.record({ offset: fc.constant(offset), heard: fc.array(exchange(offset), { minLength: 1 }) }),
  )

test('the bounds always hold the true offset, and only get closer', () => {
  fc.assert(
    fc.property(exchanges, ({ offset, heard }) => {
      let known: ServerOffset | undefined
      for (const each of heard) {
        const next = narrowed(known, each)
        expect(next.least).toBeLessThanOrEqual(offset)
        expect(next.most).toBeGreaterThanOrEqual(offset)
        if (known) expect(next.most - next.least).toBeLessThanOrEqual(known.most - known.least)
        known = next
      }
    }),
  )
})

test('a clock that agrees with the server is not touched', () => {
  expect(serverTime(1000, undefined)).toBe(1000)
  expect(serverTime(1000, { least: -400, most: 700 })).toBe(1000)
})

test.each([
  [{ least: 200, most: 900 }, 1200],
  [{ least: -900, most: -200 }, 800],
])('a clock that disagrees by %o is corrected as little as possible', (offset, time) => {
  expect(serverTime(1000, offset)).toBe(time)
})

test('when one of the clocks was set, the newer word counts', () => {
  const heard = { least: 60_000, most: 61_000 }
  expect(narrowed({ least: -500, most: 500 }, heard)).toEqual(heard)
})

const around = (offset: number): ServerOffset => ({ least: offset - 500, most: offset + 500 })
const established = (offset: number): ServerTime => ({ offset: around(offset), isEstablished: true })
const doubtful = (offset: number): ServerTime => ({ offset: around(offset), isEstablished: false })

test.each<[string, ServerTime, number, number, boolean]>([
  ['agrees with what is established', established(0), 0, 0, true],
  ['is 5 s off', established(0), leap + 1000, 0, true],
  ['is a ms more off', established(0), leap + 1001, 0, false],
  ['is 5 s off, as the tablet says, too', established(0), leap + 1001, leap + 1001, false],
  ['is the first, and 30 s off', unheard, seconds(30) + 500, 0, true],
  ['is the first, and a ms more off', unheard, seconds(30) + 501, 0, false],
  ['is the first, and the tablet knows the time', unheard, days(9), days(9), true],
  ['is near what was known before a sleep', doubtful(days(9)), days(9), 0, true],
  ['is near the tablet after a sleep', doubtful(days(9)), 0, 0, true],
  ['is far from both after a sleep', doubtful(days(9)), days(4), 0, false],
])('an answer that %s is believed at once or not', (_which, known, heard, tablet, isBelieved) => {
  const after = afterHearing(known, around(heard), 0, tablet)
  expect(after.contradiction === undefined).toBe(isBelieved)
  expect(Number.isFinite(timeError(after))).toBe(isBelieved)
  if (!isBelieved) expect(after.offset).toEqual(known.offset)
})

/** When an answer that contradicts what is known is believed, if it comes again each `every` ms. */
function believedAfter(known: ServerTime, tablet: number, every: number, heard = days(30)) {
  let now = known
  for (let received = 0; received <= hours(3); received += every) {
    now = afterHearing(now, around(heard), received, tablet)
    if (now.contradiction === undefined) return received
  }
  return Infinity
}

test.each<[string, ServerTime, number, number, number]>([
  ['nothing is known: the third', unheard, 0, seconds(1), seconds(2)],
  ['what was known is in doubt: the third', doubtful(0), 0, seconds(1), seconds(2)],
  ['the tablet sides with nothing: after 5 min', established(0), days(9), seconds(10), minutes(5)],
  [
    'the tablet is 30 s from what is known: after an hour',
    established(0),
    seconds(30) + 500,
    minutes(1),
    hours(1),
  ],
  ['the tablet is a ms more from it: after 5 min', established(0), seconds(30) + 501, minutes(1), minutes(5)],
  ['answers are rare: the third', established(0), days(9), minutes(20), minutes(40)],
])('how long another time must be told, where %s', (_where, known, tablet, every, after) => {
  expect(believedAfter(known, tablet, every)).toBe(after)
})

test('answers that also contradict each other convince the clock of no time, and one that agrees ends the doubt', () => {
  let known = established(0)
  for (let second = 0; second < 3600; second += 10)
    known = afterHearing(known, around(days(second)), seconds(second), days(9))
  expect(known.offset).toEqual(around(0))
  expect(timeError(known)).toBe(Infinity)
  const again = afterHearing(known, around(0), hours(1), 0)
  expect(again).toEqual(established(0))
})

test('contradictions that just touch are one row, and believed as what both say', () => {
  const [one, other] = [around(days(30)), around(days(30) + 1000)]
  let known: ServerTime = unheard
  for (const [index, heard] of [one, other, one].entries()) known = afterHearing(known, heard, index, 0)
  expect(known.offset).toEqual({ least: one.most, most: one.most })
})

test('two observations that touch in one ms are that ms', () => {
  expect(narrowed({ least: 0, most: 1000 }, { least: 1000, most: 2000 })).toEqual({ least: 1000, most: 1000 })
})
