import { expect, test } from 'vitest'
import { waitAfter, wrongIfUnknown } from '../../../shared/admin/pin-pad.ts'
import { days, hours, minutes, seconds } from '../../../shared/time/time.ts'

test.each([
  [0, 0],
  [1, 0],
  [4, 0],
  [5, seconds(30)],
  [6, minutes(1)],
  [7, minutes(2)],
  [8, minutes(4)],
  [9, minutes(8)],
  [10, minutes(16)],
  [11, minutes(32)],
  [12, hours(1)],
  [13, hours(1)],
  [5000, hours(1)],
])('after %i wrong PINs in a row the next try waits %i ms', (wrong, wait) => {
  expect(waitAfter(wrong)).toBe(wait)
})

test('an unknown number of wrong PINs causes the first wait', () => {
  expect(waitAfter(wrongIfUnknown)).toBe(seconds(30))
})

test('half of all four-digit PINs take more than half a year', () => {
  let waited = 0
  for (let wrong = 1; wrong <= 5000; wrong++) waited += waitAfter(wrong)
  expect(waited).toBeGreaterThan(days(183))
})
