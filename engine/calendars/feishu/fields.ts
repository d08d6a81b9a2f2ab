import * as v from 'valibot'
import { type Instant, instantOf, seconds } from '../../../shared/time/time.ts'
import { longestUid } from './booking-key.ts'
import { written } from './written.ts'

/** An id of Feishu's. */
export const name = v.pipe(v.string(), v.minLength(1), v.maxLength(longestUid))

/** People's text, as it can be shown. Any other value counts as missing. */
export const text = v.fallback(v.nullish(v.pipe(v.string(), v.transform(written))), undefined)

/**
 * A text that is quoted unchanged to IT and to Feishu's support: a log id, a scope. A longer or odder value
 * counts as missing.
 */
export const quoted = v.fallback(v.nullish(v.pipe(v.string(), v.regex(/^[\w.:-]{1,128}$/))), undefined)

/** The number of seats. An impossible one counts as missing. */
export const capacity = v.fallback(
  v.nullish(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000))),
  undefined,
)

/** The last second of the year 9999, the last that calendars and date formats support. */
const lastSecond = 253_402_300_799

/** Seconds since 1970, as text or as a number. Any other value, and `0`, counts as missing. */
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

/** A list without its odd items. Only for lists whose missing items do no harm. */
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
