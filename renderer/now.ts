import { type ReadonlySignal, signal } from '@preact/signals'
import { type Instant, instantOf, minutes, seconds } from '../shared/domain/time.ts'

/** The server's time on the page: goes on by itself between two snapshots. */
export interface Now {
  /** The time at the last beat. */
  readonly time: ReadonlySignal<Instant>
  /** Goes on from `from`, `rate` times as fast as real time. */
  readonly setTo: (from: Instant, rate: number) => void
  /** Brings `time` up to date between two beats. */
  readonly look: () => Instant
  /** Beats at each full minute of `time`, or at each second of real time while something is counted down. */
  readonly beatEvery: (unit: Beat) => void
  readonly stop: () => void
}

export type Beat = 'minute' | 'second'

/** A clock that runs fast, in the demo, still paints at most this often, ms. */
const shortestBeat = 250

export function createNow(): Now {
  const time = signal(instantOf(0))
  let start = { from: instantOf(0), at: performance.now(), rate: 1 }
  let unit: Beat = 'minute'
  let timer: ReturnType<typeof setTimeout> | undefined

  const look = (): Instant => {
    time.value = instantOf(start.from + (performance.now() - start.at) * start.rate)
    return time.value
  }
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
