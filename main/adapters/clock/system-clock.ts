import type { Cancel } from '../../../engine/ports.ts'
import { createServerClock, type ServerClock } from './server-clock.ts'

/** Node's timers fire at once when asked for more than 2^31 - 1 ms. */
const longestTimer = 2 ** 31 - 1

/**
 * Real time, `rate` times as fast; only the demo speeds it up. Only this file asks the system for the time.
 */
export function createSystemClock(rate = 1): ServerClock {
  const begin = Date.now()
  return createServerClock({
    wall: () => begin + (Date.now() - begin) * rate,
    monotonic: () => performance.now() * rate,
    after: (ms, run) => startTimer(ms / rate, run),
    every: (ms, run) => void setInterval(run, ms / rate),
  })
}

function startTimer(ms: number, run: () => void): Cancel {
  const timer = setTimeout(run, Math.min(Math.max(ms, 0), longestTimer))
  return () => clearTimeout(timer)
}
