import type { Clock } from '../../engine/ports.ts'

/** The demo's clock runs faster; processes and displays don't. */
export const inRealTime = (clock: Clock, rate: number): Pick<Clock, 'after' | 'elapsed'> => ({
  after: (ms, run) => clock.after(ms * rate, run),
  elapsed: () => clock.elapsed() / rate,
})
