import * as v from 'valibot'
import { type Instant, instantOf } from '../time/time.ts'

/** The furthest date, ms before or after 1970: https://tc39.es/ecma262/#sec-time-values-and-time-range */
const furthest = 8.64e15

/** A moment in a file or database of ours. Any other number was not written by us. */
export const keptInstant = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(-furthest),
  v.maxValue(furthest),
  v.transform((ms): Instant => instantOf(ms)),
)
