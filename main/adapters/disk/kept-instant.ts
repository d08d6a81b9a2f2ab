import * as v from 'valibot'
import { type Instant, instantOf } from '../../../shared/time/time.ts'

/** Ms since 1970, before and after: further away no date can be written, https://tc39.es/ecma262/#sec-time-values-and-time-range */
const furthest = 8.64e15

/** A moment as a file of ours keeps it; any other number was written by nobody. */
export const keptInstant = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(-furthest),
  v.maxValue(furthest),
  v.transform((ms): Instant => instantOf(ms)),
)
