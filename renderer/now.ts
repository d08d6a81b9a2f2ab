import { batch, type ReadonlySignal, signal } from '@preact/signals'
import { type Instant, instantOf, minutes, seconds } from '../shared/time/time.ts'

/** The time on the page. It advances by itself between two snapshots. */
export interface Now {
  /** The server's time at the last beat. */
  readonly time: ReadonlySignal<Instant>
  /** Real time since the page began, at the last beat, ms. It never leaps: what counts down counts by it. */
  readonly uptime: ReadonlySignal<number>
  /** Makes `time` continue from `from`, `rate` times as fast as real time. */
  readonly setTo: (from: Instant, rate: number) => void
  /** Brings both up to date between two beats. */
  readonly look: () => void
  /** Beats at each full minute of `time`, or at each second of real time while something is counted down. */
  readonly beatEvery: (unit: Beat) => void
  readonly stop: () => void
}

export type Beat = 'minute' | 'second'

/** A clock that runs fast, in the demo, still paints at most this often, ms. */
const shortestBeat = 250

export function createNow(): Now {
  const time = signal(instantOf(0))
  const uptime = signal(performance.now())
  let start = { from: instantOf(0), at: uptime.peek(), rate: 1 }
  let unit: Beat = 'minute'
  let timer: ReturnType<typeof setTimeout> | undefined

  const look = (): void =>
    batch(() => {
      uptime.value = performance.now()
      time.value = instantOf(start.from + (uptime.peek() - start.at) * start.rate)
    })
  const untilNextBeat = (): number =>
    unit === 'second'
      ? seconds(1)
      : Math.max((minutes(1) - (time.peek() % minutes(1))) / start.rate, shortestBeat)
  const beat = (): void => {
    look()
    clearTimeout(timer)
    timer = setTimeout(beat, untilNextBeat())
  }

  return {
    time,
    uptime,
    setTo: (from, rate) => {
      start = { from, at: performance.now(), rate }
      beat()
    },
    look,
    beatEvery: (wanted) => {
      if (wanted === unit) return
      unit = wanted
      beat()
    },
    stop: () => clearTimeout(timer),
  }
}
