import type { Clock } from '../../engine/ports.ts'

/** Real time from a clock that may run faster, as the demo's does. Processes and displays need real time. */
export const inRealTime = (clock: Clock, rate: number): Pick<Clock, 'after' | 'elapsed'> => ({
  after: (ms, run) => clock.after(ms * rate, run),
  elapsed: () => clock.elapsed() / rate,
})
