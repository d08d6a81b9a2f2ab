import type { CallName } from '../calls/call-name.ts'
import type { App } from '../tenancy/tenant.ts'

/** Counted for each app and call. */
export interface RateLimit {
  readonly perSecond?: number
  readonly perMinute?: number
}

export interface Excess {
  readonly limit: number
  /** Seconds until a call may succeed again. */
  readonly reset: number
}

const SECOND = 1000
const MINUTE = 60_000

/** Counts calls in the running second and the running minute. A call that exceeds the limit counts, too. */
export const createRateMeter = (now: () => number) => {
  const windows = new Map<string, { begun: number; calls: number }>()

  const excessIn = (length: number, limit: number, key: string): Excess | undefined => {
    const begun = Math.floor(now() / length) * length
    const known = windows.get(key)
    const window = known?.begun === begun ? known : { begun, calls: 0 }
    windows.set(key, window)
    window.calls++
    if (window.calls <= limit) return undefined
    return { limit, reset: Math.ceil((begun + length - now()) / SECOND) }
  }

  return {
    count: (app: App, call: CallName, { perSecond, perMinute }: RateLimit): Excess | undefined => {
      const key = `${app.id} ${call}`
      return (
        (perSecond === undefined ? undefined : excessIn(SECOND, perSecond, `${key} second`)) ??
        (perMinute === undefined ? undefined : excessIn(MINUTE, perMinute, `${key} minute`))
      )
    },
  }
}

export type RateMeter = ReturnType<typeof createRateMeter>
