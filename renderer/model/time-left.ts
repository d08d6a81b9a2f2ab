import { type Instant, minutes } from '../../shared/time/time.ts'

/**
 * The ms from the end of the minute that the clock on the screen shows to `until`. What is written of it stands until that
 * minute is over, and must be there until then.
 */
export const timeLeft = (until: Instant, now: Instant): number =>
  Math.max(until - Math.ceil(now / minutes(1)) * minutes(1), 0)
