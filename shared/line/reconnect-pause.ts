import { seconds } from '../time/time.ts'

const first = seconds(30)
const longest = seconds(60)

/**
 * How long to wait before the next try to reach the broker, ms. Anywhere from 0 on, so that the doors of a
 * company do not come back together. `failed`: how many tries in a row have failed; `chance` from 0 up to 1.
 */
export const reconnectPause = (failed: number, chance: number): number =>
  chance * Math.min(first * 2 ** Math.max(failed, 0), longest)
