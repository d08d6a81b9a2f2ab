import { type Instant, minutes } from '../shared/domain/time.ts'

/** The ms from the minute that the clock on the screen shows to `until`: so both add up in people's heads. */
export const timeLeft = (until: Instant, now: Instant): number => until - now + (now % minutes(1))
