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

/** Where a tablet has its time from. */
export interface TimeSource {
  /** Milliseconds since 1970, as the tablet is set. */
  readonly wall: () => number
  /** Milliseconds on a clock that only goes forward; it may stand still while the tablet sleeps. */
  readonly monotonic: () => number
  readonly after: (ms: number, run: () => void) => Cancel
  /** Calls `run` again and again, for as long as the program lives. */
  readonly every: (ms: number, run: () => void) => void
}

export interface ServerClock extends Clock {
  /** The tablet slept: the monotonic clock stood still meanwhile, so the tablet's own time counts anew, and all are told. */
  readonly wake: () => void
  /** Milliseconds since 1970, as the tablet is set just now. */
  readonly wall: () => number
  /** How far the server's time is ahead of the tablet's own, ms: the least that agrees with all that was heard. */
  readonly offset: () => number
}

/** Not every system tells of a sleep: so often the tablet's two clocks are held against each other. */
const clockCheckInterval = minutes(1)

/** The server's time: the tablet's at the beginning, put right by each answer, advanced by the monotonic clock. */
export function createServerClock({ wall, monotonic, after, every }: TimeSource): ServerClock {
  let known = unheard
  let base = wall() - monotonic()
  /** What both clocks differed by when they were looked at last. */
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
   * The two clocks run alike, unless somebody set the one or the tablet slept and the other stood still. Which of them it
   * was only the server knows: until it is heard the time goes on as before, and proves nothing.
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
      // What was asked before a sleep was answered at a time that nobody knows.
      if (sent < doubtfulSince) return false
      const heard = offsetHeard(serverDate, base + sent, base + received)
      const agrees = isRefusal ? agreesWith(known, heard) : undefined
      if (agrees !== undefined) return agrees
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
      // Also when the time seems to be what it was: a tablet's clock may be wrong by just as long as it slept.
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
