import { CHINA_OFFSET } from '../calendar/rfc3339.ts'
import type { Platform } from '../platform.ts'

/** What every answer carries, whatever happened: the call's name for support, and the platform's time. */
export interface Stamp {
  readonly logId: string
  readonly requestId: string
  /** The `Date` header. */
  readonly date: string
}

/** Log ids are a date and a number, so that the same world gives the same ones. */
export const createStamps = (platform: Platform): (() => Stamp) => {
  let calls = 0
  let second = Number.NaN
  let day = ''
  let date = ''
  return () => {
    const now = platform.now() + platform.switches.dateSkew
    if (Math.floor(now / 1000) !== second) {
      second = Math.floor(now / 1000)
      date = new Date(now).toUTCString()
      day = new Date(now + CHINA_OFFSET).toISOString().replaceAll(/\D/g, '').slice(0, 14)
    }
    calls++
    const number = calls.toString(16).toUpperCase()
    return {
      logId: day + number.padStart(20, '0'),
      requestId: `00000000-0000-4000-8000-${number.toLowerCase().padStart(12, '0')}`,
      date,
    }
  }
}
