import { type Instant, minutes } from '../../shared/time/time.ts'

/**
 * The ms from the end of the minute on the screen's clock to `until`. The text is shown until that minute
 * ends, and must be true until then.
 */
export const timeLeft = (until: Instant, now: Instant): number =>
  Math.max(until - Math.ceil(now / minutes(1)) * minutes(1), 0)
