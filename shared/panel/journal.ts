import type { Booking, BookingId } from '../booking/booking.ts'
import type { CheckIn } from '../check-in/check-in.ts'
import type { Policy } from '../release/policy.ts'
import type { KeepReason } from '../release/release.ts'
import { days, type Instant, type Interval, plus } from '../time/time.ts'

/** What the panel keeps on disk: who checked in, what was tried, and why. */
export interface JournalContent {
  /**
   * Check-ins made before this may be missing: a journal that could not be understood was set aside then. `unknown` as
   * long as nobody knows what time that was, for a tablet may begin with any time.
   */
  readonly completeSince?: Instant | 'unknown'
  readonly checkIns: readonly CheckIn[]
  /** Written before a release is sent, so that no crash makes it be sent again. */
  readonly attempts: readonly Attempt[]
  /** For IT: why each booking was released or kept. */
  readonly decisions: readonly Decision[]
  /** The rules that people were told last. A panel that starts with others goes by these for whom it may concern. */
  readonly rules?: Policy
  /** A reply to one instance of a series hit another one (law 7): nothing is released until IT clears this. */
  readonly seriesHarm?: SeriesHarm
}

export interface Attempt extends Interval {
  readonly booking: BookingId
  readonly at: Instant
}

export interface Decision extends Interval {
  readonly booking: BookingId
  readonly at: Instant
  readonly outcome: 'released' | 'kept' | 'observed' | 'uncertain'
  /** Why it was kept. */
  readonly because?: KeepReason
}

export interface SeriesHarm {
  /** The booking that was replied to. */
  readonly booking: BookingId
  readonly missing: readonly BookingId[]
  readonly at: Instant
}

export const emptyJournal: JournalContent = { checkIns: [], attempts: [], decisions: [] }

export const wasAttempted = ({ attempts }: JournalContent, { id }: Pick<Booking, 'id'>): boolean =>
  attempts.some(({ booking }) => booking === id)

export const wasDecided = (
  { decisions }: JournalContent,
  id: BookingId,
  outcome: Decision['outcome'],
  because?: KeepReason,
): boolean =>
  decisions.some(
    (decision) => decision.booking === id && decision.outcome === outcome && decision.because === because,
  )

/** The journal with one more decision; what was decided in the same way before is not said again. */
export const withDecision = (content: JournalContent, decision: Decision): JournalContent =>
  wasDecided(content, decision.booking, decision.outcome, decision.because)
    ? content
    : { ...content, decisions: [...content.decisions, decision] }

/** What is over for so long is forgotten. */
const remembered = days(8)
/** More than a room sees in that time, and still a small file. */
const mostEntries = 500

/** The journal without what is over for days, and never longer than some hundred lines of each kind. */
export function pruned(journal: JournalContent, now: Instant): JournalContent {
  const oldest = plus(now, -remembered)
  const kept = <Entry extends Interval>(entries: readonly Entry[]): readonly Entry[] =>
    entries.filter(({ end }) => end > oldest).slice(-mostEntries)
  return {
    ...journal,
    checkIns: kept(journal.checkIns),
    attempts: kept(journal.attempts),
    decisions: kept(journal.decisions),
  }
}
