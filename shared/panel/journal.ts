import type { Booking, BookingId } from '../booking/booking.ts'
import type { CheckIn } from '../check-in/check-in.ts'
import type { Policy } from '../release/policy.ts'
import type { KeepReason } from '../release/release.ts'
import { days, type Instant, type Interval, plus } from '../time/time.ts'

/** The panel's records on the disk: check-ins, release attempts, and decisions with their reasons. */
export interface JournalContent {
  /**
   * Check-ins made before this moment may be missing, because an unreadable journal was set aside then.
   * `unknown` until the server's time is known, since a tablet may start with any time.
   */
  readonly completeSince?: Instant | 'unknown'
  readonly checkIns: readonly CheckIn[]
  /** Written before a release is sent, so that a release is not sent again after a crash. */
  readonly attempts: readonly Attempt[]
  /** For IT: why each booking was released or kept. */
  readonly decisions: readonly Decision[]
  /**
   * The rules that the door showed last. A panel that starts with changed rules keeps to these for the
   * bookings that were already open to check-in.
   */
  readonly rules?: Policy
  /**
   * A reply to one instance of a series changed another one (law 7). The panel releases no booking until IT
   * clears this.
   */
  readonly seriesHarm?: SeriesHarm
  /** Replies of the last minutes to instances of series: a reading may still hide that they hit others. */
  readonly watches?: readonly SeriesWatch[]
}

/** Written before a reply is sent, so that a restart forgets no look. */
export interface SeriesWatch extends Interval {
  /** The room's id: a panel may be given another room. */
  readonly room: string
  /** The booking that is replied to. */
  readonly booking: BookingId
  readonly meeting: string
  /** The nearest of the meeting's other bookings, which has to be there afterwards. */
  readonly sibling: Interval & { readonly booking: BookingId }
  /** The meeting's bookings near that one, itself included. */
  readonly known: readonly BookingId[]
}

export interface Attempt extends Interval {
  readonly booking: BookingId
  readonly at: Instant
}

export interface Decision extends Interval {
  readonly booking: BookingId
  readonly at: Instant
  readonly outcome: 'released' | 'kept' | 'observed' | 'uncertain'
  /** For `kept`: the reason. */
  readonly because?: KeepReason
}

export interface SeriesHarm {
  /** The booking that the reply was about. */
  readonly booking: BookingId
  readonly missing: readonly BookingId[]
  readonly at: Instant
}

export const emptyJournal: JournalContent = { checkIns: [], attempts: [], decisions: [] }

export const wasAttempted = ({ attempts }: JournalContent, { id }: Pick<Booking, 'id'>): boolean =>
  attempts.some(({ booking }) => booking === id)

/** The journal without the attempt at this booking, of which it is certain that nothing was sent. */
export const withoutAttempt = (content: JournalContent, id: BookingId): JournalContent => ({
  ...content,
  attempts: content.attempts.filter(({ booking }) => booking !== id),
})

export const wasDecided = (
  { decisions }: JournalContent,
  id: BookingId,
  outcome: Decision['outcome'],
  because?: KeepReason,
): boolean =>
  decisions.some(
    (decision) => decision.booking === id && decision.outcome === outcome && decision.because === because,
  )

/** The journal with one more decision. A decision with the same outcome and reason is not added again. */
export const withDecision = (content: JournalContent, decision: Decision): JournalContent =>
  wasDecided(content, decision.booking, decision.outcome, decision.because)
    ? content
    : { ...content, decisions: [...content.decisions, decision] }

/** How long an entry is kept after its booking ends, ms. */
const remembered = days(8)
/** More than a room can have in that time, and still a small file. */
const mostEntries = 500

/**
 * The journal without entries that are older than `remembered`, and with at most `mostEntries` of each kind.
 */
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
