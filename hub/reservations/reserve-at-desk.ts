import type { AskOutcome, AskRefusal } from '../../shared/line/asks.ts'
import type { FoundRooms } from '../../shared/reserving/found-rooms.ts'
import { type ReservationId, reservationIdOf } from '../../shared/reserving/reservation.ts'
import type { ReservingWord } from '../../shared/reserving/reserving-word.ts'
import type { Wish } from '../../shared/reserving/wish.ts'
import type { RoomReservations } from './room-reservations.ts'

/** The requests about visitors' bookings that the room's engine takes. */
export interface ReservingEngine {
  readonly reserving: () => ReservingWord
  /** Resolves when the outcome is in `reserving`. `id`: of the reservation, if there will be one. */
  readonly book: (wish: Wish, id: ReservationId) => Promise<void>
  readonly findRooms: () => Promise<FoundRooms | undefined>
}

/** A room books one time at a time, for whichever door. */
export async function reserveAtDesk(
  engine: Pick<ReservingEngine, 'reserving' | 'book'>,
  reservations: Pick<RoomReservations, 'askedBy'>,
  { wish, ask, door }: { readonly wish: Wish; readonly ask: string; readonly door: string },
): Promise<AskOutcome> {
  if (engine.reserving().kind === 'reserving') return refused('taken')
  const id = reservationIdOf(ask)
  if (!reservations.askedBy(id, door)) return refused('taken')
  await engine.book(wish, id)
  const word = engine.reserving()
  switch (word.kind) {
    case 'booked':
      return { kind: 'done' }
    case 'uncertain':
      return { kind: 'uncertain' }
    case 'notBooked':
      // No PIN is asked for in a hub: the door has.
      return refused(
        word.because === 'wrongPin' || word.because === 'pinNotCompared' ? 'notServed' : word.because,
      )
    case 'reserving':
      return { kind: 'uncertain' }
    case 'none':
      return refused('notServed')
  }
}

/** The rooms that were found, or why they could not be looked for. */
export function foundOutcome(found: FoundRooms | undefined): AskOutcome {
  if (found?.kind === 'failed') return refused(found.because)
  return found?.kind === 'found' ? { kind: 'found', rooms: found.rooms } : refused('notServed')
}

const refused = (reason: AskRefusal): AskOutcome => ({ kind: 'refused', reason })
