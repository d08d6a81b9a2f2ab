import { expect, test } from 'vitest'
import { limitsReadAgainAfter } from '../../../shared/reserving/room-limits.ts'
import { hours, minutes } from '../../../shared/time/time.ts'

test.each([
  [0, hours(24)],
  [1, minutes(10)],
  [2, minutes(20)],
  [6, minutes(320)],
  [7, hours(6)],
  [1000, hours(6)],
])('after %i failures in a row the limits are read again in %i ms', (failures, pause) => {
  expect(limitsReadAgainAfter(failures)).toBe(pause)
})
