import type { Clock } from '../../engine/ports.ts'
import { type Instant, instantOf, plus } from '../../shared/time/time.ts'

/** What `hear` was told, in order. */
export interface Heard {
  readonly serverDate: Instant
  readonly sent: number
  readonly received: number
}

export interface VirtualClock extends Clock {
  /**
   * Moves time on by `ms`. Callbacks that come due run one by one in order, each at its own due time, and so do those
   * scheduled on the way. Promises settle before the first, after each, and at the end.
   */
  readonly advance: (ms: number) => Promise<void>
  /** Puts `now` right by `ms` (back, if negative), as when the server's time turns out to be another. */
  readonly leap: (ms: number) => void
  /** Advances `now` by so few ms that no listener is told. */
  readonly drift: (ms: number) => void
  /** What `error` gives, ms: 0, unless the test says otherwise. */
  unsureBy: number
  /** When by `elapsed` the tablet slept last, and `elapsed` stood still; never, unless the test says so. */
  sleptAt: number
  readonly heard: readonly Heard[]
  /** Whether what it hears agrees with what it knows. */
  believes: boolean
  /** How many callbacks still wait: 0 when everything that was started has ended. */
  readonly pending: () => number
}

interface Timer {
  readonly due: number
  readonly run: () => void
}

/** 2026-10-12, a Monday, 14:00 in Shanghai. */
export const mondayAfternoon = instantOf(Date.UTC(2026, 9, 12, 6))

/** Time that moves only when told to. */
export function createVirtualClock(start: Instant = mondayAfternoon): VirtualClock {
  const timers: Timer[] = []
  const heard: Heard[] = []
  const leapListeners = new Set<() => void>()
  let passed = 0
  let leapt = 0

  const nextDueBy = (end: number): Timer | undefined =>
    timers.filter(({ due }) => due <= end).toSorted((one, other) => one.due - other.due)[0]

  const forget = (timer: Timer): void => {
    const index = timers.indexOf(timer)
    if (index >= 0) timers.splice(index, 1)
  }

  const clock: VirtualClock = {
    unsureBy: 0,
    sleptAt: -Infinity,
    believes: true,
    error: () => clock.unsureBy,
    now: () => plus(start, passed + leapt),
    elapsed: () => passed,
    hear: (serverDate, sent, received) => {
      heard.push({ serverDate, sent, received })
      return clock.believes
    },
    isWholeSince: (moment) => moment >= clock.sleptAt,
    onLeap(run) {
      const listener = (): void => run()
      leapListeners.add(listener)
      return () => leapListeners.delete(listener)
    },
    leap(ms) {
      leapt += ms
      for (const run of leapListeners) run()
    },
    drift: (ms) => void (leapt += ms),
    after(ms, run) {
      const timer = { due: passed + Math.max(ms, 0), run }
      timers.push(timer)
      return () => forget(timer)
    },
    async advance(ms) {
      if (ms < 0) throw new RangeError('Time does not go backwards')
      const end = passed + ms
      await promisesSettled()
      for (let timer = nextDueBy(end); timer !== undefined; timer = nextDueBy(end)) {
        forget(timer)
        passed = timer.due
        timer.run()
        await promisesSettled()
      }
      passed = end
      await promisesSettled()
    },
    heard,
    pending: () => timers.length,
  }
  return clock
}

/** The event loop turns only once all promises that can go on have gone on. */
const promisesSettled = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
