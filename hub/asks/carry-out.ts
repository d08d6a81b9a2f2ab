import type { Clock } from '../../engine/ports.ts'
import type { VerdictOutcome } from '../../shared/admin/judging.ts'
import type { EndOutcome } from '../../shared/ending/ending.ts'
import type { AskOutcome } from '../../shared/line/asks.ts'
import type { Wish } from '../../shared/reserving/wish.ts'
import type { HeldLease } from '../leading/held-lease.ts'
import type { BeginRound } from './begin-round.ts'
import type { RoomDesk } from '../rooms/room-desk.ts'
import type { CarryOut } from './serve-asks.ts'
import type { Votings } from './votings.ts'

interface CarryOutParts {
  readonly clock: Clock
  readonly lease: HeldLease
  /** The room that this door is assigned to; undefined for a door that has none. */
  readonly roomOf: (door: string) => string | undefined
  /** Undefined while the room is not served. */
  readonly deskOf: (room: string) => RoomDesk | undefined
  readonly beginRound: BeginRound
  readonly votings: Pick<Votings, 'vote'>
  /** One page of the company's rooms. */
  readonly listRooms: (page: number) => Promise<AskOutcome>
}

export const createCarryOut =
  ({ clock, lease, roomOf, deskOf, beginRound, votings, listRooms }: CarryOutParts): CarryOut =>
  async (ask, door) => {
    if (ask.kind === 'time')
      return Number.isFinite(clock.error()) ? { kind: 'time', at: clock.now() } : notServed
    const room = roomOf(door)
    const desk = room === undefined ? undefined : deskOf(room)
    if (room === undefined || desk === undefined) return notServed
    // Reading writes nothing to the calendar.
    if (ask.kind === 'rooms') return listRooms(ask.page)
    if (ask.kind === 'find') return desk.find()
    if (!lease.isHeld()) return { kind: 'refused', reason: 'notLeading' }
    switch (ask.kind) {
      case 'end':
        return answerTo(await desk.end(ask.booking, door))
      case 'release':
        return ask.order === undefined
          ? beginRound(room, ask.booking)
          : votings.vote(door, ask.order, ask.vote)
      case 'verdict':
        return answerTo(await desk.judge(ask.booking, ask.verdict, door))
      case 'book':
        return desk.book(wishIn(ask), ask.id, door)
      case 'extend':
        return desk.extend(ask.booking, wishIn({ ...ask, wish: 'extend' }), ask.id, door)
    }
  }

type AskedWish = Pick<Wish, 'length' | 'start' | 'room'> & { readonly wish: Wish['kind'] }

const wishIn = ({ wish: kind, length, start, room }: AskedWish): Wish => ({
  kind,
  ...(length !== undefined && { length }),
  ...(start !== undefined && { start }),
  ...(room !== undefined && { room }),
})

function answerTo(outcome: EndOutcome | VerdictOutcome | undefined): AskOutcome {
  if (outcome === undefined) return notServed
  if (outcome.kind !== 'refused') return outcome
  return { kind: 'refused', reason: outcome.reason === 'meetingOver' ? 'bookingGone' : outcome.reason }
}

const notServed: AskOutcome = { kind: 'refused', reason: 'notServed' }
