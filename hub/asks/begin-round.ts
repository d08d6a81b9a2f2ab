import type { Agreement } from '../../engine/shared-releases.ts'
import type { Clock, Log } from '../../engine/ports.ts'
import type { BookingId } from '../../shared/booking/booking.ts'
import type { AskOutcome } from '../../shared/line/asks.ts'
import type { RoundResult } from '../../shared/line/release-round.ts'
import type { KeepReason, ReleaseOutcome } from '../../shared/release/release.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { HeardPresence } from '../rooms/heard-presence.ts'
import type { KnownDoors } from '../rooms/known-doors.ts'
import type { HubStore } from '../store/hub-store.ts'
import type { Gathering } from './gather-votes.ts'
import { recordsOf } from './records-of.ts'
import type { Votings } from './votings.ts'

/** Carries out a release that a door asks for. Doors that ask for the same meanwhile share its outcome. */
export type BeginRound = (room: string, booking: BookingId) => Promise<AskOutcome>

export interface BeginRoundParts {
  readonly store: Pick<HubStore, 'attempts' | 'checkIns'>
  readonly clock: Clock
  readonly log: Log
  readonly policy: Omit<Agreement['policy'], 'follower'>
  readonly doors: Pick<KnownDoors, 'of'>
  readonly presence: Pick<HeardPresence, 'isGone' | 'isCloned'>
  readonly votings: Pick<Votings, 'open'>
  /** Releases it, if this agreement is reached and stands; undefined while the room is not served. */
  readonly release: (
    room: string,
    booking: BookingId,
    agreement: Agreement,
  ) => Promise<ReleaseOutcome | undefined>
}

/** Each release needs the vote of every door of the room (law 6), and the hub's own look. */
export function createBeginRound(parts: BeginRoundParts): BeginRound {
  const underWay = new Map<string, Promise<AskOutcome>>()
  return (room, booking) => {
    const about = `${room} ${booking}`
    const known = underWay.get(about)
    if (known !== undefined) return known
    const outcome: Promise<AskOutcome> = Promise.resolve()
      .then(() => hold(parts, room, booking, () => outcome))
      .finally(() => underWay.delete(about))
    underWay.set(about, outcome)
    return outcome
  }
}

async function hold(
  parts: BeginRoundParts,
  room: string,
  booking: BookingId,
  outcome: () => Promise<AskOutcome>,
): Promise<AskOutcome> {
  const { store, clock, log, doors, presence, votings, release } = parts
  // No call is made for a release that these would keep in any case.
  const absent = doors.of(room).filter((door) => presence.isGone(door) || presence.isCloned(door))
  if (absent.length > 0) {
    log.info('release.not-asked', { room, booking, absent })
    return kept
  }
  const records = await recordsOf(store, room, clock.now())
  if (!records.ok) return kept
  let gathering: Gathering | undefined
  const released = await release(room, booking, {
    ...records.value,
    policy: { ...parts.policy, follower: false },
    reach: async () => {
      gathering = await votings.open({ room, booking, outcome: outcome() })
      const result = await gathering?.ended
      const said = gathering && Object.fromEntries(gathering.said())
      log.info('release.voted', { room, booking, result, said })
      return agreedBy(result)
    },
    stands: () => agreedBy(gathering?.result()),
  })
  log.info('release.settled', { room, booking, outcome: released })
  return answerTo(released)
}

function agreedBy(result: RoundResult | undefined): Result<void, KeepReason> {
  if (result?.kind === 'agreed') return ok(undefined)
  return err(result?.kind === 'kept' && result.why === 'no' ? result.because : 'keptByHub')
}

function answerTo(released: ReleaseOutcome | undefined): AskOutcome {
  if (released === undefined) return { kind: 'refused', reason: 'notServed' }
  if (released.kind === 'released') return { kind: 'done' }
  if (released.kind !== 'kept') return { kind: 'uncertain' }
  // The calendar's own refusal is no reason to try again.
  return released.because === 'replyRefused' ? { kind: 'refused', reason: 'unexpected' } : kept
}

const kept: AskOutcome = { kind: 'refused', reason: 'kept' }
