import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type Death,
  type Deaths,
  deathsAfter,
  isLoop,
  noDeaths,
  pauseAfterDeaths,
} from '../../../shared/panel/crash-loop.ts'
import { hours, minutes, seconds } from '../../../shared/time/time.ts'

const after = (deaths: readonly Death[]): Deaths => deaths.reduce(deathsAfter, noDeaths)
const every = (apart: number, count: number, wasWell: boolean): readonly Death[] =>
  Array.from({ length: count }, (_, index) => ({ at: index * apart, wasWell }))

test.each([
  ['one that was well', every(0, 1, true), false, 0],
  ['one that was not', every(0, 1, false), false, 0],
  ['two that were not', every(100, 2, false), false, seconds(1)],
  ['three that were not', every(100, 3, false), false, seconds(2)],
  ['four that were not', every(100, 4, false), true, seconds(30)],
  ['five that were not', every(100, 5, false), true, minutes(1)],
  ['a hundred that were not', every(100, 100, false), true, minutes(5)],
  ['twenty in a row that were well', every(seconds(10), 20, true), false, 0],
  ['sixty within the hour that were well', every(seconds(10), 60, true), false, 0],
  ['one more', every(seconds(10), 61, true), true, minutes(5)],
  ['a hundred that were well, two an hour', every(hours(0.5), 100, true), false, 0],
  ['a good one after many that were not', [...every(1, 9, false), { at: 10, wasWell: true }], false, 0],
  ['a clock that began anew', [...every(1000, 61, true), { at: 5, wasWell: true }], false, 0],
] as const)('after %s', (_name, deaths, loops, pause) => {
  expect(isLoop(after(deaths))).toBe(loops)
  expect(pauseAfterDeaths(after(deaths))).toBe(pause)
})

test('after any deaths the next try comes within five minutes, and few deaths are remembered', () => {
  const death = fc.record({ at: fc.nat(hours(3)), wasWell: fc.boolean() })
  fc.assert(
    fc.property(fc.array(death, { maxLength: 200 }), (deaths) => {
      const remembered = after(deaths)
      expect(pauseAfterDeaths(remembered)).toBeLessThanOrEqual(minutes(5))
      expect(remembered.lately.length).toBeLessThanOrEqual(61)
    }),
  )
  expect(after(every(1, 500, true)).lately).toHaveLength(61)
})
