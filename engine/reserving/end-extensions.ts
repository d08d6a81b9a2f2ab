import { entryOf, type Reservation, type ReservationId } from '../../shared/reserving/reservation.ts'
import type { PanelStore } from '../panel/panel-store.ts'
import type { Cancel, Clock } from '../ports.ts'
import type { Drive } from './drive-reservations.ts'
import type { ReservationKeeper } from './reservation-keeper.ts'

export interface EndExtensionsParts extends LeaveExtensionsParts {
  readonly keeper: ReservationKeeper
  readonly drive: Drive
}

export interface LeaveExtensionsParts {
  readonly clock: Clock
  readonly panel: PanelStore
  /** The id of this door's room. What was booked when the door had another one goes on there. */
  readonly room: string
}

/**
 * When people end their meeting at the door, they leave its extensions, too, which are then removed. Returns the
 * function that stops this.
 */
export const endExtensions = ({ keeper, drive, ...parts }: EndExtensionsParts): Cancel =>
  leaveExtensions(parts, keeper.all, (id) => void endExtension(keeper, drive, id))

/** The same, where `remove` takes an extension out of the calendar, and `all` are those that are known. */
export function leaveExtensions(
  { clock, panel, room: own }: LeaveExtensionsParts,
  all: () => readonly Reservation[],
  remove: (id: ReservationId) => void,
): Cancel {
  /** The extensions are being left, which is an event of the same kind. */
  let isEnding = false
  return panel.onChange((event) => {
    if (event.kind !== 'left' || isEnding) return
    isEnding = true
    const at = clock.now()
    const coming = all().filter(
      ({ wish, room, state, start }) =>
        wish === 'extend' && room === own && state.kind === 'booked' && start > at,
    )
    for (const extension of coming) {
      const meeting = entryOf(extension)?.meeting
      const booking = panel.current().reading.schedule?.bookings.find((one) => one.meeting === meeting)
      if (booking !== undefined && booking.id !== event.booking)
        panel.apply({ kind: 'left', booking: booking.id, at })
      remove(extension.id)
    }
    isEnding = false
  })
}

async function endExtension(keeper: ReservationKeeper, drive: Drive, id: ReservationId): Promise<void> {
  await keeper.change(id, { kind: 'givenUp', because: 'ended' })
  await drive(id)
}
