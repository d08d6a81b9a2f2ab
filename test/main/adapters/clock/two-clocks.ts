import { createServerClock } from '../../../../main/adapters/clock/server-clock.ts'
import { type Instant, instantOf } from '../../../../shared/time/time.ts'
import { at } from '../../../support/builders.ts'

/** A tablet whose clocks move only when told to, and a server of the right time. */
export function aTablet(wallIsOff = 0) {
  let monotonic = 5000
  let wall = at('10:00') + wallIsOff
  let server = at('10:00') + 0
  const timers: (() => void)[] = []
  const looks: (() => void)[] = []
  const clock = createServerClock({
    wall: () => wall,
    monotonic: () => monotonic,
    after: (_ms, run) => {
      timers.push(run)
      return () => {}
    },
    every: (_ms, run) => looks.push(run),
  })
  let leaps = 0
  clock.onLeap(() => (leaps += 1))
  const pass = (ms: number) => {
    monotonic += ms
    wall += ms
    server += ms
  }
  return {
    clock,
    pass,
    /** Time passes, and the monotonic clock does not know. */
    sleep: (ms: number) => {
      wall += ms
      server += ms
    },
    setWall: (ms: number) => (wall += ms),
    /** Something that was to happen later happens. */
    timer: () => timers.shift()?.(),
    /** The two clocks are held against each other, as each minute. */
    look: () => {
      for (const run of looks) run()
    },
    /** A call that takes `ms`, and is answered half-way. */
    call: (ms: number) => {
      const sent = clock.elapsed()
      pass(ms / 2)
      const date = instantOf(Math.floor(server / 1000) * 1000)
      pass(ms / 2)
      return clock.hear(date, sent, clock.elapsed())
    },
    /** A call in no time, whose answer is dated so. */
    dated: (date: string | number, isRefusal = false) =>
      clock.hear(instantOf(new Date(date).getTime()), clock.elapsed(), clock.elapsed(), isRefusal),
    /** Sets the server's clock. */
    setServer: (ms: number) => void (server += ms),
    right: (): Instant => instantOf(server),
    off: () => Math.abs(clock.now() - server),
    leaps: () => leaps,
  }
}
