import type { BookingId } from '../booking/booking.ts'
import type { KeepReason } from '../release/release.ts'
import { seconds } from '../time/time.ts'
import type { Vote } from './asks.ts'

/**
 * The hub's question to every door of a room whether a booking may be released. A vote counts only if it
 * answers this very question, so it is never older than the question, whatever the doors' clocks say.
 */
export interface ReleaseRound {
  /** The id of the order that asks. */
  readonly order: string
  readonly booking: BookingId
  /** Every door that is assigned to the room. */
  readonly doors: readonly string[]
  /** When the doors were asked, by the hub's monotonic clock, ms. */
  readonly askedAt: number
  readonly votes: ReadonlyMap<string, Vote>
}

export type RoundEvent =
  | { readonly kind: 'vote'; readonly door: string; readonly order: string | undefined; readonly vote: Vote }
  /** A visitor checked in at this door after it voted. */
  | { readonly kind: 'tapped'; readonly door: string }

/** How old the oldest vote may be when a release is sent, ms. */
export const votesServeFor = seconds(10)

/** A door's no stands: a yes that follows it may have been on its way before. */
export function roundAfter(round: ReleaseRound, event: RoundEvent): ReleaseRound {
  if (event.kind === 'tapped') return withVote(round, event.door, tapped)
  const isAsked = event.order === round.order && round.doors.includes(event.door)
  const isNo = round.votes.get(event.door)?.says === 'keep'
  return isAsked && !isNo ? withVote(round, event.door, event.vote) : round
}

const tapped: Vote = { says: 'keep', because: 'checkedIn' }

const withVote = (round: ReleaseRound, door: string, vote: Vote): ReleaseRound => ({
  ...round,
  votes: new Map([...round.votes, [door, vote]]),
})

/**
 * - `agreed`: every door says that the booking may be released, and said so just now
 * - `waiting`: a door has not answered yet
 * - `kept`: a door says no, is silent, is cloned, or is not there at all; `because` for `no`
 */
export type RoundResult =
  | { readonly kind: 'agreed' }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'kept'; readonly why: 'no'; readonly because: KeepReason }
  | { readonly kind: 'kept'; readonly why: 'silent' | 'cloned' | 'noDoors' }

/** One no of any door decides at once. `isCloned`: the door's identity is in two places, so its yes does not count. */
export function resultOf(
  { doors, votes, askedAt }: ReleaseRound,
  elapsed: number,
  isCloned: (door: string) => boolean,
): RoundResult {
  for (const vote of votes.values())
    if (vote.says === 'keep') return { kind: 'kept', why: 'no', because: vote.because }
  if (doors.length === 0) return { kind: 'kept', why: 'noDoors' }
  if (doors.some(isCloned)) return { kind: 'kept', why: 'cloned' }
  if (elapsed - askedAt > votesServeFor) return { kind: 'kept', why: 'silent' }
  return doors.every((door) => votes.get(door)?.says === 'release') ? { kind: 'agreed' } : { kind: 'waiting' }
}
