import { expect, test } from 'vitest'
import { type Limit, type Measured, rowOf } from './figure.ts'
import { tableOf } from './report.ts'
import { quantile } from './statistics.ts'

const measured = (limit: Limit): Measured => ({
  figure: 'start',
  unit: 'ms',
  values: [120, 100, 140],
  against: 'an empty window',
  reference: [90, 100, 110],
  limit,
})

test.each([
  [[7], 0.95, 7],
  [[4, 1, 3, 2], 0.5, 2.5],
  [[0, 10, 20, 30, 40], 0.95, 38],
] as const)('of %j the part %d lies below %d', (values, part, expected) => {
  expect(quantile(values, part)).toBeCloseTo(expected)
})

test('a figure without measurements has no median', () => {
  expect(() => quantile([], 0.5)).toThrow('Nothing was measured')
})

test('a row says what was measured, against what, and how much it may be', () => {
  const row = rowOf(measured({ of: 'ratio', most: 1.15 }))
  expect(row).toEqual({
    figure: 'start',
    unit: 'ms',
    runs: 3,
    median: 120,
    p95: 138,
    spread: [100, 140],
    reference: 100,
    against: 'an empty window',
    ratio: 1.2,
    limit: 'ratio ≤ 1.15',
    holds: false,
  })
  expect(tableOf([row]).split('\n').at(-1)).toBe(
    '| start | ms | 3 | 120 | 138 | 100 to 140 | 100 (an empty window) | 1.2 | ratio ≤ 1.15 | no |',
  )
})

test.each<[Limit, boolean]>([
  [{ of: 'ratio', most: 1.2 }, true],
  [{ of: 'median', most: 119 }, false],
  [{ of: 'median', least: 120 }, true],
  [{ of: 'median', least: 121 }, false],
  [{ of: 'p95', most: 138 }, true],
  [{ of: 'p95', most: 137 }, false],
  [{ of: 'excess', most: 20 }, true],
  [{ of: 'excess', most: 19 }, false],
])('whether %j holds: %s', (limit, holds) => {
  expect(rowOf(measured(limit)).holds).toBe(holds)
})
