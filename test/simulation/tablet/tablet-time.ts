import type { TimeSource } from '../../../main/adapters/clock/server-clock.ts'
import type { TrueTime } from '../time/true-time.ts'

/** A tablet's own idea of time, which may be wrong, leap, and sleep. */
export interface TabletTime {
  readonly source: TimeSource
  readonly isAsleep: () => boolean
  /** Sets the tablet's time. */
  readonly set: (ms: number) => void
  /** The tablet sleeps from now on; the monotonic clock stops as well, or not. */
  readonly sleep: (standsStill: boolean) => void
  readonly wake: () => void
}

/** `wrongBy`: how far, ms, the tablet's time runs ahead of the true one. */
export function createTabletTime(time: TrueTime, wrongBy: number): TabletTime {
  const booted = time.now()
  let offset = wrongBy
  let stoodStill = 0
  let asleep: { readonly since: number; readonly standsStill: boolean } | undefined
  let held: (() => void)[] = []
  const onUpset = new Set<() => void>()

  const monotonic = (): number =>
    (asleep?.standsStill === true ? asleep.since : time.now()) - booted - stoodStill

  const after = (ms: number, run: () => void): (() => void) => {
    // Timers know whole milliseconds only.
    const due = monotonic() + Math.ceil(Math.max(ms, 0))
    let isCancelled = false
    let strikeOut: () => void = () => undefined
    const comeDue = (): void => {
      if (isCancelled) return
      if (asleep !== undefined) held.push(comeDue)
      else if (monotonic() < due) wait()
      else run()
    }
    const wait = (): void => void (strikeOut = time.after(due - monotonic(), comeDue))
    wait()
    return () => {
      isCancelled = true
      strikeOut()
    }
  }
  /**
   * A repeated comparison of the two clocks gives the same result each time, until a fault changes one of
   * them: only the comparison after that runs, at its time.
   */
  const every = (ms: number, run: () => void): void => {
    const begun = monotonic()
    onUpset.add(() => void after(ms - ((monotonic() - begun) % ms), run))
  }
  const upset = (): void => {
    for (const run of onUpset) run()
  }

  return {
    source: { wall: () => time.now() + offset, monotonic, after, every },
    isAsleep: () => asleep !== undefined,
    set(ms) {
      offset = ms
      upset()
    },
    sleep: (standsStill) => void (asleep = { since: time.now(), standsStill }),
    wake() {
      if (asleep === undefined) return
      const { since, standsStill } = asleep
      asleep = undefined
      if (standsStill) {
        stoodStill += time.now() - since
        upset()
      }
      const due = held
      held = []
      for (const run of due) time.after(0, run)
    },
  }
}
