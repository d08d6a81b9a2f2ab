import type { BookingId } from '../shared/booking/booking.ts'
import type { CheckIn } from '../shared/check-in/check-in.ts'
import type { Attempt } from '../shared/panel/journal.ts'
import type { Policy } from '../shared/release/policy.ts'
import type { KeepReason } from '../shared/release/release.ts'
import type { Result } from '../shared/result.ts'

/**
 * The releases of a room whose hub alone can carry them out. It does so only if every door of the room says, at
 * its question, that the booking may be released.
 */
export interface SharedReleases {
  /**
   * Asks the hub to release this booking. The hub reads the room again, and asks all doors. Resolves once it has
   * asked this one, or to why it won't. A question that waits for its answer already is enough.
   */
  readonly open: (booking: BookingId) => Promise<Result<void, KeepReason>>
  /**
   * Answers the hub's question with yes. The message leaves within this very call. Resolves to what came of it.
   */
  readonly agree: (booking: BookingId) => Promise<AgreedRelease>
  /**
   * Answers the hub's question with no, if it waits for an answer, or takes the yes back, which helps if it comes
   * before the hub has sent the release.
   */
  readonly decline: (booking: BookingId, because: KeepReason) => void
  /** Calls `run` whenever the hub asks about a booking. Returns the function that stops it. */
  readonly onQuestion: (run: (booking: BookingId) => void) => () => void
}

/**
 * - `sent`: the hub has sent it, or may have: only a reading proves what came of it
 * - `refused`: the calendar refused, for certain
 * - `kept`: it is certain that nothing was sent
 */
export type AgreedRelease =
  | { readonly kind: 'sent' }
  | { readonly kind: 'refused' }
  | { readonly kind: 'kept'; readonly because: KeepReason }

/** How a hub knows that the doors of a room agree to a release. */
export interface Agreement {
  /** The rules of the room's doors. */
  readonly policy: Policy
  /** What was checked in and attempted at all doors, as the store has it. */
  readonly checkIns: readonly CheckIn[]
  readonly attempts: readonly Attempt[]
  /** Asks every door, once the schedule was read. Resolves when all have agreed, or to why one has not. */
  readonly reach: () => Promise<Result<void, KeepReason>>
  /** Whether it stands at this very moment. */
  readonly stands: () => Result<void, KeepReason>
}
