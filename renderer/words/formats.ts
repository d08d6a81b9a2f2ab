import { days, hours, type Instant, type Interval, minutes, seconds } from '../../shared/time/time.ts'

/** Times and durations as a language writes them, in the room's time zone. */
export interface Formats {
  readonly time: (at: Instant) => string
  /** A time; with its weekday if it is not on `today`, and with its date if that weekday could be another week's. */
  readonly moment: (at: Instant, today: Interval) => string
  readonly date: (at: Instant) => string
  /** The hour of the day, 0 to 23. */
  readonly hour: (at: Instant) => number
  /** In the two largest units, rounded down, so that it never promises too much: `2 hr 18 min`. */
  readonly duration: (ms: number) => string
  /** Minutes and seconds of a countdown, rounded down: `0:42`. */
  readonly countdown: (ms: number) => string
  readonly seconds: (count: number) => string
  readonly ago: (ms: number) => string
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

export function createFormats(locale: string, timeZone: string): Formats {
  const zoned = (options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone, hourCycle: 'h23' })
  const time = zoned({ hour: '2-digit', minute: '2-digit' })
  const weekdayTime = zoned({ weekday: 'short', hour: '2-digit', minute: '2-digit' })
  const dateTime = zoned({ month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit' })
  const fullDate = zoned({
    year: 'numeric',
    month: 'short',
    day: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
  })
  const date = zoned({ weekday: 'long', month: 'long', day: 'numeric' })
  const hour = new Intl.DateTimeFormat('en-US', { hour: 'numeric', hourCycle: 'h23', timeZone })
  const list = new Intl.ListFormat(locale, { type: 'unit', style: 'narrow' })
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
  const unit = countOf(locale)
  const whole = new Intl.NumberFormat(locale)
  const more = new Intl.NumberFormat(locale, { signDisplay: 'always' })
  const twoDigits = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2 })

  return {
    time: (at) => time.format(tellable(at)),
    moment: (told, today) => {
      const at = tellable(told)
      if (at >= today.start && at <= today.end) return time.format(at)
      const away = at > today.start ? at - today.start : today.end - at
      if (away < week) return weekdayTime.format(at)
      return (away < halfAYear ? dateTime : fullDate).format(at)
    },
    date: (at) => date.format(tellable(at)),
    hour: (at) => Number(hour.format(tellable(at))),
    duration: (told) => {
      const ms = tellable(told)
      if (ms < minutes(1)) return `<${unit.minute(1)}`
      return list.format(twoLargest(ms).map(([count, name]) => unit[name](count)))
    },
    countdown: (ms) => {
      const left = Math.floor(tellable(ms) / seconds(1))
      return `${whole.format(Math.floor(left / 60))}:${twoDigits.format(left % 60)}`
    },
    seconds: unit.second,
    more: (count) => more.format(count),
    ago: (told) => {
      const ms = tellable(told)
      if (ms < hours(1)) return relative.format(-Math.max(Math.floor(ms / minutes(1)), 0), 'minute')
      if (ms < days(1)) return relative.format(-Math.floor(ms / hours(1)), 'hour')
      return relative.format(-Math.floor(ms / days(1)), 'day')
    },
  }
}

/** `18 min`, `18分钟`, `18分`: East Asian scripts write no space between number and unit. */
function countOf(locale: string): Record<Unit, (count: number) => string> {
  const write = (name: Unit) => {
    const format = new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay: 'short' })
    return (count: number): string => {
      const text = format.format(count)
      return locale.startsWith('en') ? text : text.replaceAll(/\s/g, '')
    }
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
