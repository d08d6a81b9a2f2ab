import type { Moment } from '../../shared/time/moment.ts'
import type { Clock } from '../ports.ts'

/** The present moment, by the server's time and by the monotonic clock. */
export const momentOf = (clock: Pick<Clock, 'now' | 'elapsed' | 'error'>): Moment => ({
  now: clock.now(),
  elapsed: clock.elapsed(),
  clockError: clock.error(),
})
