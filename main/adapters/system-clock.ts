import { narrowed, offsetHeard, type ServerOffset, serverTime } from '../../shared/domain/server-time.ts'
import { type Instant, seconds } from '../../shared/domain/time.ts'
import type { Cancel, Clock } from '../ports.ts'

/** A correction smaller than this is the ordinary narrowing of what is known, not a leap. */
const leap = seconds(5)

/** Node's timers fire at once when asked for more than 2^31 - 1 ms. */
const longestTimer = 2 ** 31 - 1

export interface SystemClock extends Clock {
  /** The tablet slept: the monotonic clock stood still meanwhile, so the tablet's own time counts anew. */
  readonly wake: () => void
}

/** Real time, `rate` times as fast (only the demo has it run faster). The only place that asks the system for it. */
export function createSystemClock(rate = 1): SystemClock {
  const elapsed = (): number => performance.now() * rate
  let offset: ServerOffset | undefined
  let base = Date.now() - elapsed()
  let wokenAt = -Infinity
  const listeners = new Set<() => void>()

  const now = (): Instant => serverTime(base + elapsed(), offset)
  const correct = (change: () => void): void => {
    const before = now()
    change()
    if (Math.abs(now() - before) > leap) for (const run of listeners) run()
  }

  return {
    now,
    elapsed,
    hear: (serverDate, sent, received) => {
      // What was asked before a sleep was answered at a time that nobody knows.
      if (sent < wokenAt) return
      correct(() => (offset = narrowed(offset, offsetHeard(serverDate, base + sent, base + received))))
    },
    wake: () =>
      correct(() => {
        base = Date.now() - elapsed()
        wokenAt = elapsed()
        offset = undefined
      }),
    onLeap: (run) => {
      listeners.add(run)
      return () => listeners.delete(run)
    },
    after: (ms, run) => startTimer(ms / rate, run),
  }
}

function startTimer(ms: number, run: () => void): Cancel {
  const timer = setTimeout(run, Math.min(Math.max(ms, 0), longestTimer))
  return () => clearTimeout(timer)
}
