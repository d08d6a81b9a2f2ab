import { computed, type ReadonlySignal, signal } from '@preact/signals'
import { type Instant, plus } from '../shared/domain/time.ts'
import type { Now } from './now.ts'

/** Something that is on for a while and then off by itself, with the beat of the clock. */
export interface Lapse {
  readonly isOn: ReadonlySignal<boolean>
  /** What is left of it, in ms of real time; 0 when it is off. */
  readonly left: ReadonlySignal<number>
  /** On for `ms` of real time from now. */
  readonly begin: (ms: number) => void
  readonly cancel: () => void
}

/** `rate` says how many times faster than real time the clock runs. */
export function createLapse(now: Now, rate: () => number): Lapse {
  const during = signal<{ readonly until: Instant; readonly whole: number } | undefined>(undefined)
  const left = computed(() => {
    if (during.value === undefined) return 0
    const rest = (during.value.until - now.time.value) / rate()
    // More than the whole is left only if the clock was set back: then there is no telling, and it is over.
    return rest > during.value.whole ? 0 : Math.max(rest, 0)
  })
  return {
    isOn: computed(() => left.value > 0),
    left,
    begin: (ms) => (during.value = { until: plus(now.look(), ms * rate()), whole: ms }),
    cancel: () => (during.value = undefined),
  }
}
