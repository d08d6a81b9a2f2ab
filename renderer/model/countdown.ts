import { computed, type ReadonlySignal, signal } from '@preact/signals'
import type { Now } from '../now.ts'

/** A state that is on for a while and then switches itself off. */
export interface Countdown {
  readonly isOn: ReadonlySignal<boolean>
  /** The time that is left, ms; 0 when it is off. */
  readonly left: ReadonlySignal<number>
  /** Switches it on for `ms` from now. */
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
