import type { Clock } from '../../engine/ports.ts'
import type { BookingId } from '../../shared/booking/booking.ts'
import type { AskOutcome, Vote } from '../../shared/line/asks.ts'
import { type RoundEvent, votesServeFor } from '../../shared/line/release-round.ts'
import { minutes, plus } from '../../shared/time/time.ts'
import type { HeardPresence } from '../rooms/heard-presence.ts'
import type { KnownDoors } from '../rooms/known-doors.ts'
import { type Gathering, gatherVotes } from './gather-votes.ts'
import { auditVotes, orderVotes, type OrderVotesParts } from './order-votes.ts'

/** The hub's questions to the doors whether a booking may be released. */
export interface Votings {
  /** Asks every door of this room now. Undefined if they could not be asked. */
  readonly open: (asked: AskedRelease) => Promise<Gathering | undefined>
  /** A door answers an order to vote. Resolves to the outcome of the release. */
  readonly vote: (door: string, order: string, vote: Vote) => Promise<AskOutcome>
  /** A check-in at a door of this room ends every voting about it. */
  readonly tapped: (room: string, door: string) => void
}

interface AskedRelease {
  readonly room: string
  readonly booking: BookingId
  /** The outcome of the release. */
  readonly outcome: Promise<AskOutcome>
}

export interface VotingsParts extends OrderVotesParts {
  readonly clock: Clock
  /** Of this hub's lease: makes its orders differ from any other hub's. */
  readonly epoch: number
  readonly doors: Pick<KnownDoors, 'of'>
  readonly presence: Pick<HeardPresence, 'isCloned'>
}

/** How long a voting is remembered, ms: longer than the broker keeps a vote. */
const remembered = minutes(2)

export function createVotings(parts: VotingsParts): Votings {
  const { clock, epoch, doors, presence } = parts
  const held = new Map<string, { readonly asked: AskedRelease; readonly gathering: Gathering }>()
  let made = 0

  return {
    async open(asked) {
      const { room, booking } = asked
      const order = `${epoch}-${(made += 1)}`
      const expiresAt = plus(clock.now(), votesServeFor)
      const about = { order, expiresAt, room, booking, doors: doors.of(room) }
      if (!(await auditVotes(parts, about))) return undefined
      const round = { ...about, askedAt: clock.elapsed(), votes: new Map() }
      const assigned = (): readonly string[] => doors.of(room)
      const gathering = gatherVotes({ clock, isCloned: presence.isCloned, assigned }, round)
      held.set(order, { asked, gathering })
      clock.after(remembered, () => held.delete(order))
      orderVotes(parts, about)
      void gathering.ended.then(() => auditVotes(parts, about, gathering.said()))
      return gathering
    },
    vote: async (door, order, vote) => {
      const voting = held.get(order)
      // Another hub has asked, and may have sent the release.
      if (voting === undefined) return { kind: 'uncertain' }
      voting.gathering.take({ kind: 'vote', door, order, vote })
      return voting.asked.outcome
    },
    tapped: (room, door) => {
      const tap: RoundEvent = { kind: 'tapped', door }
      for (const { asked, gathering } of held.values()) if (asked.room === room) gathering.take(tap)
    },
  }
}
