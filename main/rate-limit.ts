import type { Clock } from '../engine/ports.ts'

export interface RateLimit {
  /** Whether one more is allowed now. If so, it is counted. */
  readonly takes: () => boolean
}

export interface RateLimitRules {
  /** How many are allowed at once. */
  readonly atOnce: number
  /** The time after which one more is allowed, ms. */
  readonly every: number
}

/** A token bucket: https://en.wikipedia.org/wiki/Token_bucket */
export function createRateLimit(clock: Pick<Clock, 'elapsed'>, { atOnce, every }: RateLimitRules): RateLimit {
  let left = atOnce
  let countedAt = clock.elapsed()
  return {
    takes: () => {
      const now = clock.elapsed()
      left = Math.min(left + (now - countedAt) / every, atOnce)
      countedAt = now
      if (left < 1) return false
      left -= 1
      return true
    },
  }
}
