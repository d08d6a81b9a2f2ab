import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Now } from '../now.ts'

/** Something that is on for a while and then off by itself. */
export interface Countdown {
  readonly isOn: ReadonlySignal<boolean>
  /** What is left of it, in ms; 0 when it is off. */
  readonly left: ReadonlySignal<number>
  /** On for `ms` from now. */
  readonly begin: (ms: number) => void
  readonly cancel: () => void
}

export function createCountdown(now: Now): Countdown {
  const end = signal(0)
  const left = computed(() => Math.max(end.value - now.uptime.value, 0))
  return {
    isOn: computed(() => left.value > 0),
    left,
    begin: (ms) => {
      now.look()
      end.value = now.uptime.value + ms
    },
    cancel: () => (end.value = 0),
  }
}
