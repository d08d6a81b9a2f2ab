import fc from 'fast-check'
import { expect, test } from 'vitest'
import { narrowed, offsetHeard, type ServerOffset, serverTime } from '../../shared/domain/server-time.ts'
import { instantOf } from '../../shared/domain/time.ts'

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
