import { type Instant, minutes, seconds } from '../time/time.ts'

/** A door reports every minute. Ms. */
const silentAfter = minutes(1) + seconds(30)

/** What was heard of a door last. */
export interface LastHeard {
  /** Whether it is connected, by what the broker says. Missing for a door that was never heard. */
  readonly isHere?: boolean
  readonly reportedAt?: Instant
}

/** When a door was heard last, if it should have been since; undefined for one that is heard, or never was. */
export const silentSince = ({ isHere, reportedAt }: LastHeard, now: Instant): Instant | undefined =>
  reportedAt !== undefined && (now - reportedAt > silentAfter || isHere === false) ? reportedAt : undefined
