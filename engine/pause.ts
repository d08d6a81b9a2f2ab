import type { Clock } from './ports.ts'

/** Resolves `ms` later by the clock. */
export const pause = (clock: Clock, ms: number): Promise<void> =>
  new Promise((resolve) => {
    clock.after(ms, resolve)
  })
