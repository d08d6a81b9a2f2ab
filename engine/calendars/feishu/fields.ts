import * as v from 'valibot'
import { type Instant, instantOf, seconds } from '../../../shared/time/time.ts'
import { longestUid } from './booking-key.ts'
import { written } from './written.ts'

/** What names something to Feishu. */
export const name = v.pipe(v.string(), v.minLength(1), v.maxLength(longestUid))

/** What people wrote, as it can be shown; anything else is missing. */
export const text = v.fallback(v.nullish(v.pipe(v.string(), v.transform(written))), undefined)

/** What is quoted to IT and to Feishu's support as it is: a log id, a scope. Longer or odder, and it is none of them. */
export const quoted = v.fallback(v.nullish(v.pipe(v.string(), v.regex(/^[\w.:-]{1,128}$/))), undefined)

/** A number of seats that no room has is none. */
export const capacity = v.fallback(
  v.nullish(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000))),
  undefined,
)

/** The last one of the year 9999: no calendar has more, and no format of a date. */
const lastSecond = 253_402_300_799

/** Seconds since 1970, as text or as a number; anything else, `0` as well, is no moment. */
export const secondsText = v.fallback(
  v.optional(
    v.pipe(
      v.union([v.pipe(v.string(), v.regex(/^\d{1,12}$/)), v.number()]),
      v.transform(Number),
      v.integer(),
      v.minValue(1),
      v.maxValue(lastSecond),
      v.transform((count): Instant => instantOf(seconds(count))),
    ),
  ),
  undefined,
)

/** A list in which an odd item is left out; only where nobody could miss it. */
export const listOf = <Item>(item: v.GenericSchema<unknown, Item>) =>
  v.pipe(
    v.nullish(v.array(v.unknown()), []),
    v.transform((items): readonly Item[] =>
      items.flatMap((each) => {
        const parsed = v.safeParse(item, each)
        return parsed.success ? [parsed.output] : []
      }),
    ),
  )
