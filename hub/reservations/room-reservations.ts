import type { Cancel, Clock, Log } from '../../engine/ports.ts'
import type { ReservationProblem, ReservationStore } from '../../engine/reservation-store.ts'
import type { Reservation, ReservationId } from '../../shared/reserving/reservation.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { seconds } from '../../shared/time/time.ts'
import type { HeldLease } from '../leading/held-lease.ts'
import type { HubStore } from '../store/hub-store.ts'
import type { KeptReservation } from '../store/kept.ts'
import { createTurns } from './turns.ts'

export interface RoomReservationsParts {
  /** The room whose engine carries them out. */
  readonly room: string
  readonly store: Pick<HubStore, 'reservations'>
  readonly lease: HeldLease
  readonly clock: Clock
  readonly log: Log
  /** The reservations of all rooms that earlier hubs have kept. */
  readonly recalled: () => Promise<readonly KeptReservation[]>
  /** The store has these now. */
  readonly onKept: (reservations: readonly Reservation[]) => void
}

export interface RoomReservations extends ReservationStore {
  /** The reservation with this id is asked for by this door. False for an id that was used already. */
  readonly askedBy: (id: ReservationId, door: string) => boolean
  readonly stop: () => void
}

/** The pause before a write that the store did not take is repeated, ms. */
const tryAgain = seconds(3)

/**
 * The reservations of one room's engine in the hubs' store, each committed before anything is sent. A write
 * that the store did not take is repeated, because a reservation that is over would keep others out. A reservation that
 * the store has refused is not repeated: its engine counts that as not proven.
 */
export function createRoomReservations(parts: RoomReservationsParts): RoomReservations {
  const { room, store, lease, clock, log, recalled, onKept } = parts
  const doors = new Map<ReservationId, string>()
  const known = new Map<ReservationId, Reservation>()
  const owed = new Map<ReservationId, Reservation>()
  const inTurn = createTurns()
  let cancelRetry: Cancel | undefined

  const keep = async (one: Reservation): Promise<Result<void, ReservationProblem>> => {
    owed.delete(one.id)
    const kept = { ...one, door: doors.get(one.id) ?? '', byRoom: room }
    const answer = await store.reservations.keep(lease.epoch, kept)
    if (answer.ok && answer.value === 'overlaps') return err({ code: 'taken' })
    if (answer.ok) {
      known.set(one.id, one)
      return ok(undefined)
    }
    log.error('reservation.not-kept', { room, id: one.id, ...answer.error })
    if (answer.error.code !== 'notLeading') owe(one)
    return err({ code: 'unwritable', cause: answer.error })
  }
  const owe = (one: Reservation): void => {
    if (one.state.kind === 'booked') return
    // The store may have it, and its engine has not.
    const gone = { kind: 'gone', because: 'notStored', at: clock.now() } as const
    owed.set(one.id, known.has(one.id) ? one : { ...one, state: gone })
    cancelRetry ??= clock.after(tryAgain, () => {
      cancelRetry = undefined
      void inTurn(() => keepAll([...owed.values()])).then(tell)
    })
  }
  /** The first refusal ends it. */
  const keepAll = async (all: readonly Reservation[]): Promise<Result<void, ReservationProblem>> => {
    for (const one of all) {
      // oxlint-disable-next-line no-await-in-loop -- in their order
      const kept = await keep(one)
      if (!kept.ok) return kept
    }
    return ok(undefined)
  }
  const tell = (): void => onKept([...known.values()])

  return {
    askedBy: (id, door) => takeUp(doors, id, door),
    async read() {
      for (const { door, byRoom, ...one } of await recalled()) {
        if (byRoom !== room) continue
        doors.set(one.id, door)
        known.set(one.id, one)
      }
      tell()
      return ok({ kind: 'found', reservations: [...known.values()] })
    },
    write: (all) =>
      inTurn(async () => {
        const kept = await keepAll(all.filter((one) => known.get(one.id) !== one))
        // A reservation that the engine has forgotten is long over.
        for (const id of known.keys()) if (!all.some((one) => one.id === id)) known.delete(id)
        tell()
        return kept
      }),
    stop: () => cancelRetry?.(),
  }
}

/** False for an id that was used already. */
function takeUp(doors: Map<ReservationId, string>, id: ReservationId, door: string): boolean {
  if (doors.has(id)) return false
  doors.set(id, door)
  return true
}
