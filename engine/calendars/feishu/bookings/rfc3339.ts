import { type Instant, instantOf } from '../../../../shared/time/time.ts'

const shape = /^(\d{4})-(\d{2})-(\d{2})T\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:Z|[+-]\d{2}:\d{2})$/

/** A moment in the form that Feishu accepts: UTC, whole seconds. */
export const toRfc3339 = (moment: Instant): string => new Date(moment).toISOString().replace(/\.\d{3}Z$/, 'Z')

/** The moment that Feishu wrote, with any offset; undefined if the text is not a moment. */
export function fromRfc3339(text: string): Instant | undefined {
  const [, year, month, day] = shape.exec(text) ?? []
  const moment = Date.parse(text)
  const isMoment =
    day !== undefined && !Number.isNaN(moment) && isDay(Number(year), Number(month), Number(day))
  return isMoment ? instantOf(moment) : undefined
}

/** `Date.parse` takes 30 February for 2 March. */
const isDay = (year: number, month: number, day: number): boolean =>
  new Date(Date.UTC(year, month - 1, day)).getUTCDate() === day
