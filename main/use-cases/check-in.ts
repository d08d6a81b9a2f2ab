import type { Booking, BookingId } from '../../shared/domain/booking.ts'
import { checkInTo, type CheckInOutcome } from '../../shared/domain/check-in.ts'
import { checkInsAt, isTaken } from '../../shared/domain/check-in-at.ts'
import type { View } from '../../shared/domain/view.ts'
import type { PanelStore } from '../panel/panel-store.ts'
import type { Clock, Log } from '../ports.ts'
import type { RecordInJournal } from './record-in-journal.ts'

/** Somebody says that they are here. Resolves when the last word about it is on the screen. */
export type CheckIn = (booking: BookingId) => Promise<void>

export interface CheckInParts {
  readonly clock: Clock
  readonly panel: PanelStore
  readonly log: Log
  readonly record: RecordInJournal
  readonly viewAt: () => View
}

export function createCheckIn(parts: CheckInParts): CheckIn {
  const { clock, panel, log } = parts
  return async (id) => {
    const settle = (outcome: CheckInOutcome): void => {
      log.info('check-in.settled', { booking: id, outcome })
      panel.apply({ kind: 'checkInSettled', booking: id, outcome, at: clock.now() })
    }
    const booking = meant(parts, id)
    if (booking === undefined) return settle({ kind: 'refused', reason: 'bookingGone' })
    if (isTaken(panel.current(), booking)) return settle({ kind: 'done' })
    const checkIn = checkInTo(booking, clock.now())
    // From here on no release of it can begin, whatever the disk says.
    panel.apply({ kind: 'checkInTapped', checkIn })
    const recorded = await parts.record((content) => ({
      ...content,
      checkIns: [...content.checkIns, checkIn],
    }))
    settle(recorded.ok ? { kind: 'done' } : { kind: 'refused', reason: 'notStored' })
  }
}

/** The booking, if it can be checked in to now or was already. */
function meant({ clock, panel, viewAt }: CheckInParts, id: BookingId): Booking | undefined {
  const open = checkInsAt(panel.current(), viewAt().policy, clock.now())
  const taken = panel
    .current()
    .reading.schedule?.bookings.filter(
      (booking) => booking.end > clock.now() && isTaken(panel.current(), booking),
    )
  return [...open, ...(taken ?? [])].find((booking) => booking.id === id)
}
