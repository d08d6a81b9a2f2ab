import { CHINA_OFFSET } from '../calendar/rfc3339.ts'
import type { Platform } from '../platform.ts'

/** The part of every answer, even of a refusal: the call's id for support, and the platform's time. */
export interface Stamp {
  readonly logId: string
  readonly requestId: string
  /** The `Date` header. */
  readonly date: string
}

/**
 * Log ids are a date and a number, so that the same world gives the same ones. A simulated year asks for
 * millions of these, and writing a date costs more than all other work here, so that is done once a day.
 */
export const createStamps = (platform: Platform): (() => Stamp) => {
  const dayInChina = oncePerDay((midnight) => midnight.toISOString().slice(0, 10).replaceAll('-', ''))
  const dayInGreenwich = oncePerDay((midnight) => midnight.toUTCString().slice(0, 'Mon, 12 Oct 2026 '.length))
  let calls = 0
  return () => {
    const now = platform.now() + platform.switches.dateSkew
    const inChina = now + CHINA_OFFSET
    calls++
    const number = calls.toString(16)
    return {
      logId: dayInChina(inChina) + timeOf(inChina, '') + number.toUpperCase().padStart(20, '0'),
      requestId: `00000000-0000-4000-8000-${number.padStart(12, '0')}`,
      date: `${dayInGreenwich(now)}${timeOf(now, ':')} GMT`,
    }
  }
}

const DAY = 86_400_000

const oncePerDay = (nameOf: (midnight: Date) => string): ((moment: number) => string) => {
  let day: number | undefined
  let name = ''
  return (moment) => {
    const today = Math.floor(moment / DAY)
    if (today !== day) name = nameOf(new Date(today * DAY))
    day = today
    return name
  }
}

/** The time of day in UTC. */
const timeOf = (moment: number, colon: string): string => {
  const seconds = Math.floor(moment / 1000)
  return twoDigits(seconds / 3600, 24) + colon + twoDigits(seconds / 60, 60) + colon + twoDigits(seconds, 60)
}

const twoDigits = (count: number, of: number): string => String(Math.floor(count) % of).padStart(2, '0')
