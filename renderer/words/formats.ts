import type { HourCycle } from '../../shared/appearance/hour-cycle.ts'
import type { Writing } from '../../shared/languages/words.ts'
import { days, hours, type Instant, type Interval, minutes, seconds } from '../../shared/time/time.ts'

/** Times and durations as a language writes them, in the room's time zone. */
export interface Formats {
  readonly time: (at: Instant) => string
  /** A time; with its weekday if it is not on `today`, and with its date if that weekday could be another week's. */
  readonly moment: (at: Instant, today: Interval) => string
  readonly date: (at: Instant) => string
  /** The hour beside a timeline: `09`, `13`; on a clock of 12 hours `9`, `1`. */
  readonly hour: (at: Instant) => string
  /** In the two largest units, rounded down, so that it never promises too much: `2 hr 18 min`. */
  readonly duration: (ms: number) => string
  /** Minutes and seconds of a countdown, rounded down: `0:42`. */
  readonly countdown: (ms: number) => string
  readonly seconds: (count: number) => string
  /** The number of further items: `+12`. */
  readonly more: (count: number) => string
}

/** The last moment of the year 9999, UTC: after it no calendar is meant. */
const lastMoment = 253_402_300_799_999

/** Whether a moment can be written as a date. */
export const isTellable = (at: Instant): boolean => at === tellable(at)

/**
 * Within this time a weekday's name is unambiguous, ms: an hour less than seven days, because the clocks may
 * change.
 */
const week = days(7) - hours(1)
/** Within this time a date without a year is unambiguous, ms. */
const halfAYear = days(183)

/** The nearest moment that has a date. `NaN` becomes the first one. */
const tellable = (at: number): number => (Number.isNaN(at) ? 0 : Math.min(Math.max(at, 0), lastMoment))

type Unit = 'day' | 'hour' | 'minute' | 'second'

export interface FormatsParts {
  readonly locale: string
  readonly timeZone: string
  readonly writing: Writing
  /** Without it the clock is the language's own. */
  readonly hourCycle?: HourCycle | undefined
}

export function createFormats({ locale, timeZone, writing, hourCycle }: FormatsParts): Formats {
  const clock = clockOf(locale, hourCycle)
  const zoned = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone })
  const time = zoned(clock)
  const weekday = zoned({ weekday: writing.weekday })
  const dateTime = zoned({ month: 'short', day: 'numeric', ...clock })
  const fullDate = zoned({ year: 'numeric', month: 'short', day: 'numeric', ...clock })
  const date = zoned({ weekday: 'long', month: 'long', day: 'numeric' })
  const hour = new Intl.DateTimeFormat('en-US', { hour: clock.hour, hourCycle: clock.hourCycle, timeZone })
  const unit = countOf(locale, writing.beforeUnit)
  const whole = new Intl.NumberFormat(locale)
  const more = new Intl.NumberFormat(locale, { signDisplay: 'always' })
  const twoDigits = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2 })

  return {
    time: (at) => time.format(tellable(at)),
    moment: (told, today) => {
      const at = tellable(told)
      if (at >= today.start && at <= today.end) return time.format(at)
      const away = at > today.start ? at - today.start : today.end - at
      if (away < week) return `${weekday.format(at)} ${time.format(at)}`
      return (away < halfAYear ? dateTime : fullDate).format(at)
    },
    date: (at) => date.format(tellable(at)),
    hour: (at) => hour.formatToParts(tellable(at)).find(({ type }) => type === 'hour')?.value ?? '',
    duration: (told) => {
      const ms = tellable(told)
      if (ms < minutes(1)) return `<${unit.minute(1)}`
      return twoLargest(ms)
        .map(([count, name]) => unit[name](count))
        .join(writing.betweenUnits)
    },
    countdown: (ms) => {
      const left = Math.floor(tellable(ms) / seconds(1))
      return `${whole.format(Math.floor(left / 60))}:${twoDigits.format(left % 60)}`
    },
    seconds: unit.second,
    more: (count) => more.format(count),
  }
}

type Clock = Required<Pick<Intl.DateTimeFormatOptions, 'hour' | 'minute' | 'hourCycle'>>

/** Hours and minutes by a clock of 12 or of 24 hours: `1:26 PM`, `13:26`, `09:05`. */
function clockOf(locale: string, wanted: HourCycle | undefined): Clock {
  const own = new Intl.DateTimeFormat(locale, { hour: 'numeric' }).resolvedOptions().hour12 ? 12 : 24
  return (wanted ?? own) === 12
    ? { hour: 'numeric', minute: '2-digit', hourCycle: 'h12' }
    : { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }
}

/** `18 min`, `18 分钟`, `18分`. */
function countOf(locale: string, gap: string): Record<Unit, (count: number) => string> {
  const write = (name: Unit) => {
    const format = new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' })
    return (count: number): string => format.format(count).replace(/^(\p{Nd}+)\s*/u, `$1${gap}`)
  }
  return { day: write('day'), hour: write('hour'), minute: write('minute'), second: write('second') }
}

function twoLargest(ms: number): readonly (readonly [number, Unit])[] {
  const counts = [
    [Math.floor(ms / days(1)), 'day'],
    [Math.floor((ms % days(1)) / hours(1)), 'hour'],
    [Math.floor((ms % hours(1)) / minutes(1)), 'minute'],
  ] as const
  const first = counts.findIndex(([count]) => count > 0)
  return counts.slice(first, first + 2).filter(([count]) => count > 0)
}
