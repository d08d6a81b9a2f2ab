import pLimit from 'p-limit'
import { type ReservationEvent, reservationAfter } from '../../shared/reserving/evolve-reservation.ts'
import { prunedReservations } from '../../shared/reserving/pruned-reservations.ts'
import type { Reservation, ReservationId } from '../../shared/reserving/reservation.ts'
import { err, type Result } from '../../shared/result.ts'
import type { PanelStore } from '../panel/panel-store.ts'
import type { Clock, Log } from '../ports.ts'
import type { ReservationProblem, ReservationStore } from '../reservation-store.ts'

/** The door's reservations: on the disk first, and then in the panel. One change after the other. */
export interface ReservationKeeper {
  /**
   * Reads the reservations that an earlier panel left. `partial`: there may be more than can be read; `unreadable`: the
   * disk gives nothing now, and may later. Until it does, none is begun, for that would overwrite them.
   */
  readonly open: () => Promise<'whole' | 'partial' | 'unreadable'>
  /** Shows the door without the reservations that can't be read. */
  readonly showNone: () => void
  readonly all: () => readonly Reservation[]
  /** Resolves when it is on the disk. If the disk refuses it, the reservation does not exist. */
  readonly begin: (reservation: Reservation) => Promise<Result<void, ReservationProblem>>
  /**
   * Resolves when the disk has the change, or refused it: then only this panel knows it. A booking that the disk
   * refused counts as not proven: a later panel would take it away from the people who were told of it.
   */
  readonly change: (id: ReservationId, event: ReservationEvent) => Promise<void>
}

export interface ReservationKeeperParts {
  readonly store: ReservationStore
  readonly clock: Clock
  readonly panel: PanelStore
  readonly log: Log
  /** The id of this door's room. What was booked when the door had another one is not shown. */
  readonly room: string
}

export function createReservationKeeper(parts: ReservationKeeperParts): ReservationKeeper {
  const { store, clock, panel, log, room } = parts
  let known: readonly Reservation[] = []
  let isOpen = false
  const inTurn = pLimit(1)

  const show = (isOpening?: true): void => {
    const reservations = known.filter((one) => one.room === room || one.wish === 'elsewhere')
    panel.apply({
      kind: 'reserving',
      event: { kind: 'kept', reservations, ...(isOpening && { isOpening }) },
    })
  }
  /** By an unconfirmed time all reservations may seem long over, so none is removed. */
  const pruned = (reservations: readonly Reservation[]): readonly Reservation[] =>
    Number.isFinite(clock.error()) ? prunedReservations(reservations, clock.now()) : reservations

  const save = async (reservations: readonly Reservation[]): Promise<Result<void, ReservationProblem>> => {
    const written = await store.write(reservations)
    if (!written.ok) log.error('reservations.unwritable', { cause: written.error.cause })
    return written
  }

  return {
    open: () =>
      inTurn(async () => {
        const read = await store.read()
        if (!read.ok || read.value.kind === 'corrupt') log.error('reservations.unreadable', { read })
        if (!read.ok) return 'unreadable'
        isOpen = true
        if (read.value.kind === 'found') known = read.value.reservations
        show(true)
        return read.value.kind === 'found' ? 'whole' : 'partial'
      }),
    showNone: () => show(true),
    all: () => known,
    begin: (reservation) =>
      inTurn(async () => {
        if (!isOpen) return err({ code: 'unreadable', cause: undefined })
        const next = pruned([...known, reservation])
        const saved = await save(next)
        if (saved.ok) known = next
        if (saved.ok) show()
        return saved
      }),
    change: (id, event) =>
      inTurn(async () => {
        const before = known.find((one) => one.id === id)
        if (before === undefined) return
        let after = reservationAfter(before, event, clock.now())
        if (after === before) return
        const knownWith = (changed: Reservation) =>
          pruned(known.map((one) => (one === before ? changed : one)))
        const isRefused = isWorthKeeping(before, after) && !(await save(knownWith(after))).ok
        if (isRefused && after.state.kind === 'booked')
          after = reservationAfter(before, { kind: 'tried' }, clock.now())
        known = knownWith(after)
        log.info('reservation.changed', { id, event: event.kind, state: after.state.kind })
        show()
      }),
  }
}

/** How often something was tried is for this panel alone. */
const isWorthKeeping = (before: Reservation, after: Reservation): boolean =>
  before.state.kind !== after.state.kind || after.state.kind === 'asked'
