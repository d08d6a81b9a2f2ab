import { expect, test } from 'vitest'
import { reconnectPause } from '../../../shared/line/reconnect-pause.ts'
import { seconds } from '../../../shared/time/time.ts'

test.each([
  [0, 0, 0],
  [0, 0.5, 15],
  [0, 1, 30],
  [1, 1, 60],
  [2, 1, 60],
  [1000, 0.25, 15],
])('after %d failed tries and by chance %d the pause is %d s', (failed, chance, pause) => {
  expect(reconnectPause(failed, chance)).toBe(seconds(pause))
})
