import type { Clock } from '../../engine/ports.ts'
import type { Vote } from '../../shared/line/asks.ts'
import {
  type ReleaseRound,
  resultOf,
  roundAfter,
  type RoundEvent,
  type RoundResult,
  votesServeFor,
} from '../../shared/line/release-round.ts'

/** The votes of one round, as they come in. */
export interface Gathering {
  readonly take: (event: RoundEvent) => void
  /** The result at this very moment: a vote ages, and a tap withdraws it. */
  readonly result: () => RoundResult
  /** The first result that is not `waiting`. */
  readonly ended: Promise<RoundResult>
  /** Each door's answer so far, for IT: `release`, the reason for which the door keeps the booking, or `silent`. */
  readonly said: () => ReadonlyMap<string, string>
}

export interface GatheringParts {
  readonly clock: Clock
  readonly isCloned: (door: string) => boolean
  /** The doors that are assigned to the room now: one that was enrolled meanwhile has not agreed. */
  readonly assigned: () => readonly string[]
}

/** Gathers the votes of a round whose doors are being asked now. */
export function gatherVotes({ clock, isCloned, assigned }: GatheringParts, begun: ReleaseRound): Gathering {
  let round = begun
  let tell: ((result: RoundResult) => void) | undefined
  const ended = new Promise<RoundResult>((resolve) => (tell = resolve))
  // After a sleep the votes' age is not known.
  const result = (): RoundResult =>
    clock.isWholeSince(begun.askedAt)
      ? resultOf({ ...round, doors: assigned() }, clock.elapsed(), isCloned)
      : { kind: 'kept', why: 'silent' }
  const look = (): void => {
    const now = result()
    if (now.kind === 'waiting') return
    cancel()
    tell?.(now)
  }
  const cancel = clock.after(votesServeFor + 1, look)
  look()
  return {
    take: (event) => {
      round = roundAfter(round, event)
      look()
    },
    result,
    ended,
    said: () => new Map(begun.doors.map((door) => [door, wordOf(round.votes.get(door))])),
  }
}

function wordOf(vote: Vote | undefined): string {
  if (vote === undefined) return 'silent'
  return vote.says === 'keep' ? vote.because : vote.says
}
