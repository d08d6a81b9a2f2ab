import { computed, type ReadonlySignal } from '@preact/signals'
import type { Snapshot } from '../../shared/snapshot/snapshot.ts'
import { seconds } from '../../shared/time/time.ts'
import type { Now } from '../now.ts'
import { createCountdown } from './countdown.ts'

/** The screen outside office hours: dark unless a visitor has just touched it. */
export interface Dimming {
  readonly isDimmed: ReadonlySignal<boolean>
  /** Whether the time until the screen goes dark again is running. */
  readonly isCounting: ReadonlySignal<boolean>
  readonly wake: () => void
  /** A visitor touched a screen that is awake: it stays awake for another `staysAwake`. */
  readonly keepAwake: () => void
}

/** How long the screen stays awake after the last touch, ms. */
const staysAwake = seconds(30)

export function createDimming(snapshot: ReadonlySignal<Snapshot | undefined>, now: Now): Dimming {
  const awake = createCountdown(now)
  return {
    isDimmed: computed(() => snapshot.value?.appearance.isDimmed === true && !awake.isOn.value),
    isCounting: awake.isOn,
    wake: () => awake.begin(staysAwake),
    keepAwake: () => {
      if (awake.isOn.value) awake.begin(staysAwake)
    },
  }
}
