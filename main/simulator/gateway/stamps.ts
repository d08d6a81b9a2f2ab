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
  return () => {
    const now = platform.now() + platform.switches.dateSkew
    calls++
    const number = calls.toString(16)
    return {
      logId: digitsOf(new Date(now + CHINA_OFFSET).toISOString()) + number.toUpperCase().padStart(20, '0'),
      requestId: `00000000-0000-4000-8000-${number.padStart(12, '0')}`,
      date: new Date(now).toUTCString(),
    }
  }
}

/** `2026-10-12T09:00:00.000Z` as `20261012090000`. */
const digitsOf = (time: string): string =>
  time.slice(0, 4) +
  time.slice(5, 7) +
  time.slice(8, 10) +
  time.slice(11, 13) +
  time.slice(14, 16) +
  time.slice(17, 19)
