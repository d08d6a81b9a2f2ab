import type { Cancel, Clock } from '../../../engine/ports.ts'
import {
  afterHearing,
  agreesWith,
  leap,
  offsetHeard,
  serverTime,
  timeError,
  unheard,
} from '../../../shared/time/server-time.ts'
import { type Instant, minutes } from '../../../shared/time/time.ts'

/** The tablet's sources of time. */
export interface TimeSource {
  /** Milliseconds since 1970, as the tablet is set. */
  readonly wall: () => number
  /** Milliseconds on a clock that only goes forward. It may stop while the tablet sleeps. */
  readonly monotonic: () => number
  readonly after: (ms: number, run: () => void) => Cancel
  /** Calls `run` every `ms` until the program ends. */
  readonly every: (ms: number, run: () => void) => void
}

export interface ServerClock extends Clock {
  /**
   * Tells the clock that the tablet slept. The monotonic clock stopped meanwhile, so the clock starts again
   * from the system's time, and all `onLeap` listeners are called.
   */
  readonly wake: () => void
  /** Milliseconds since 1970, by the system's clock now. */
  readonly wall: () => number
  /**
   * How far the server's time is ahead of the system's clock, ms: the smallest offset that agrees with all
   * answers.
   */
  readonly offset: () => number
}

/** Not every system reports a sleep, so the tablet's two clocks are compared this often. */
const clockCheckInterval = minutes(1)

/**
 * The server's time. It starts as the system's time, each answer corrects it, and the monotonic clock
 * advances it.
 */
export function createServerClock({ wall, monotonic, after, every }: TimeSource): ServerClock {
  let known = unheard
  let base = wall() - monotonic()
  /** The difference between the two clocks when they were last compared, ms. */
  let difference = base
  let doubtfulSince = -Infinity
  const listeners = new Set<() => void>()

  const now = (): Instant => serverTime(base + monotonic(), known.offset)
  const tell = (): void => {
    for (const run of listeners) run()
  }
  const doubt = (): void => {
    difference = wall() - monotonic()
    doubtfulSince = monotonic()
    known = { ...(known.offset && { offset: known.offset }), isEstablished: false }
  }
  /**
   * The two clocks run alike, unless the system's clock was set, or the tablet slept and the monotonic clock
   * stopped. Only the server's next answer shows which of the two happened. Until then the time continues as
   * before, and proves nothing.
   */
  const look = (): void => {
    if (Math.abs(wall() - monotonic() - difference) <= leap) return
    doubt()
    tell()
  }
  every(clockCheckInterval, look)

  return {
    now,
    wall,
    elapsed: monotonic,
    error: () => timeError(known),
    offset: () => now() - Math.round(base + monotonic()),
    hear: (serverDate, sent, received, isRefusal = false) => {
      look()
      // The time of an answer to a question from before the sleep is not known.
      if (sent < doubtfulSince) return false
      const heard = offsetHeard(serverDate, base + sent, base + received)
      if (isRefusal) return agreesWith(known, heard) ?? true
      const before = now()
      known = afterHearing(known, heard, received, wall() - monotonic() - base)
      if (Math.abs(now() - before) > leap) tell()
      return known.contradiction === undefined
    },
    isWholeSince: (moment) => {
      look()
      return moment >= doubtfulSince
    },
    wake: () => {
      doubt()
      base = difference
      known = unheard
      // The listeners are called even if the time seems unchanged: the tablet's clock may be wrong by the
      // length of the sleep.
      tell()
    },
    onLeap: (run) => {
      listeners.add(run)
      return () => listeners.delete(run)
    },
    after: (ms, run) =>
      after(ms, () => {
        look()
        run()
      }),
  }
}
