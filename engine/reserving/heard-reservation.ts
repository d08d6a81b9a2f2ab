import { isOpen, type Reservation, type ReservationId } from '../../shared/reserving/reservation.ts'
import type { Sought } from '../../shared/reserving/reserving.ts'
import type { PanelStore } from '../panel/panel-store.ts'
import type { Clock } from '../ports.ts'

interface HeardReservationParts {
  readonly panel: PanelStore
  readonly clock: Clock
}

/** The reservation with this id, as the hub has said of it last. */
export const heardReservation = (
  { panel }: Pick<HeardReservationParts, 'panel'>,
  id: ReservationId,
): Reservation | undefined => panel.current().reserving.reservations.find((one) => one.id === id)

/** The reservation, once the panel has heard that it is settled; undefined if that takes longer than `limit`, ms. */
export function settledWithin(
  parts: HeardReservationParts,
  id: ReservationId,
  limit: number,
): Promise<Reservation | undefined> {
  const { panel, clock } = parts
  const settled = (): Reservation | undefined => {
    const known = heardReservation(parts, id)
    return known === undefined || isOpen(known) ? undefined : known
  }
  return new Promise((resolve) => {
    const end = (): void => {
      stop()
      cancel()
      resolve(settled())
    }
    const stop = panel.onChange(() => {
      if (settled() !== undefined) end()
    })
    const cancel = clock.after(limit, end)
    if (settled() !== undefined) end()
  })
}

/** Nobody can say whether it was booked: the hub was asked, and is silent. Its next view replaces this. */
export function doubtReservation(
  { panel, clock }: HeardReservationParts,
  sought: Sought & Pick<Reservation, 'id'>,
): void {
  const at = clock.now()
  const state = { kind: 'uncertain', because: 'unreachable', at, tries: 0 } as const
  const { reservations, past = [] } = panel.current().reserving
  const known = reservations.filter(({ id }) => id !== sought.id)
  const event = { kind: 'kept', reservations: [...known, { ...sought, at, state }], others: past } as const
  panel.apply({ kind: 'reserving', event })
  panel.apply({ kind: 'reserving', event: { kind: 'answered' } })
}
