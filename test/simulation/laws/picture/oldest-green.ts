import type { DirectConfiguration } from '../../../../shared/config/configuration.ts'
import { days, minutes } from '../../../../shared/time/time.ts'
import type { Around } from '../around.ts'

/** Law 4, as docs/adr/0010 has it: green is never older than this, in office hours and outside of them. Ms. */
const inOfficeHours = minutes(15)
const outside = minutes(31)

/** How old the data may be that a green door rests on, at a moment that its clock may take for another. */
export type OldestGreen = (around: Around) => number

type OfficeHours = DirectConfiguration['officeHours']

export function oldestGreenBy({ officeHours }: DirectConfiguration, timeZone: string): OldestGreen {
  const wallAt = createWall(timeZone)
  return ({ now, error }) =>
    isOffice(officeHours, wallAt(now - error)) && isOffice(officeHours, wallAt(now + error))
      ? inOfficeHours
      : outside
}

/** What a clock on the wall says. */
interface Wall {
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number
  /** Minutes since midnight. */
  readonly minute: number
}

/** From the evening to the morning they are those of the evening's day. */
function isOffice({ from, to, days: on }: OfficeHours, { weekday, minute }: Wall): boolean {
  const [begin, end] = [minuteIn(from), minuteIn(to)]
  const yesterday = weekday === 1 ? 7 : weekday - 1
  if (begin < end) return on.includes(weekday) && minute >= begin && minute < end
  return (on.includes(weekday) && minute >= begin) || (on.includes(yesterday) && minute < end)
}

const minuteIn = (text: string): number => Number(text.slice(0, 2)) * 60 + Number(text.slice(3))

/** Clocks are put forward and back on a whole quarter of an hour, and a time zone is slow to ask. */
const quarter = minutes(15)
const mondayOf1970 = days(4)

function createWall(timeZone: string): (moment: number) => Wall {
  const format = formatFor(timeZone)
  let asked: { readonly quarter: number; readonly offset: number } | undefined
  return (moment) => {
    const current = Math.floor(moment / quarter)
    if (asked?.quarter !== current) asked = { quarter: current, offset: offsetAt(format, current * quarter) }
    const there = moment + asked.offset
    const weekday = Math.floor((there - mondayOf1970) / days(1)) % 7
    return { weekday: weekday + 1, minute: Math.floor((there % days(1)) / minutes(1)) }
  }
}

const formats = new Map<string, Intl.DateTimeFormat>()

function formatFor(timeZone: string): Intl.DateTimeFormat {
  const format =
    formats.get(timeZone) ??
    new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    })
  formats.set(timeZone, format)
  return format
}

/** How far the clocks there are ahead of Greenwich, ms. */
function offsetAt(format: Intl.DateTimeFormat, moment: number): number {
  const parts = new Map(format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]))
  const part = (name: Intl.DateTimeFormatPartTypes): number => parts.get(name) ?? 0
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute')) - moment
}
