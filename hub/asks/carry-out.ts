import type { Clock } from '../../engine/ports.ts'
import type { AdminVerdict, VerdictOutcome } from '../../shared/admin/judging.ts'
import type { BookingId } from '../../shared/booking/booking.ts'
import type { EndOutcome } from '../../shared/ending/ending.ts'
import type { AskOutcome } from '../../shared/line/asks.ts'
import type { HeldLease } from '../leading/held-lease.ts'
import type { BeginRound } from './begin-round.ts'
import type { CarryOut } from './serve-asks.ts'
import type { Votings } from './votings.ts'

interface CarryOutParts {
  readonly clock: Clock
  readonly lease: HeldLease
  /** The room that this door is assigned to; undefined for a door that has none. */
  readonly roomOf: (door: string) => string | undefined
  /** Ends a meeting of this room; undefined while the room is not served. */
  readonly end: (room: string, booking: BookingId, door: string) => Promise<EndOutcome | undefined>
  readonly beginRound: BeginRound
  readonly votings: Pick<Votings, 'vote'>
  /** Carries out an administrator's verdict; undefined while the room is not served. */
  readonly judge: (
    room: string,
    booking: BookingId,
    verdict: AdminVerdict,
    door: string,
  ) => Promise<VerdictOutcome | undefined>
  /** One page of the company's rooms. */
  readonly listRooms: (page: number) => Promise<AskOutcome>
}

export const createCarryOut =
  ({ clock, lease, roomOf, end, beginRound, votings, judge, listRooms }: CarryOutParts): CarryOut =>
  async (ask, door) => {
    if (ask.kind === 'time')
      return Number.isFinite(clock.error()) ? { kind: 'time', at: clock.now() } : notServed
    const room = roomOf(door)
    if (room === undefined) return notServed
    // Reading writes nothing to the calendar.
    if (ask.kind === 'rooms') return listRooms(ask.page)
    if (!lease.isHeld()) return { kind: 'refused', reason: 'notLeading' }
    switch (ask.kind) {
      case 'end':
        return answerTo(await end(room, ask.booking, door))
      case 'release':
        return ask.order === undefined
          ? beginRound(room, ask.booking)
          : votings.vote(door, ask.order, ask.vote)
      case 'verdict':
        return answerTo(await judge(room, ask.booking, ask.verdict, door))
      default:
        return notServed
    }
  }

function answerTo(outcome: EndOutcome | VerdictOutcome | undefined): AskOutcome {
  if (outcome === undefined) return notServed
  if (outcome.kind !== 'refused') return outcome
  return { kind: 'refused', reason: outcome.reason === 'meetingOver' ? 'bookingGone' : outcome.reason }
}

const notServed: AskOutcome = { kind: 'refused', reason: 'notServed' }
