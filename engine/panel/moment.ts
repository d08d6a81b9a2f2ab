import type { Moment } from '../../shared/time/moment.ts'
import type { Clock } from '../ports.ts'

/** This very moment, by both of the clock's hands. */
export const momentOf = (clock: Pick<Clock, 'now' | 'elapsed' | 'error'>): Moment => ({
  now: clock.now(),
  elapsed: clock.elapsed(),
  clockError: clock.error(),
})
