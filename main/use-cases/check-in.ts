import type { Booking, BookingId } from '../../shared/domain/booking.ts'
import { checkInTo, type CheckInOutcome, countsFor } from '../../shared/domain/check-in.ts'
import { isTaken } from '../../shared/domain/check-in-at.ts'
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
}

export function createCheckIn(parts: CheckInParts): CheckIn {
  const { clock, panel, log } = parts
  return async (id) => {
    const booking = meant(parts, id)
    const settle = (outcome: CheckInOutcome): void => {
      log.info('check-in.settled', { booking: id, outcome })
      panel.apply({ kind: 'checkInSettled', booking: booking?.id ?? id, outcome, at: clock.now() })
    }
    if (booking === undefined) return settle({ kind: 'refused', reason: 'bookingGone' })
    if (isTaken(panel.current(), booking)) return settle({ kind: 'done' })
    const checkIn = checkInTo(booking, clock.now())
    // From here on no release of it can begin, whatever the disk says.
    panel.apply({ kind: 'checkInTapped', checkIn })
    const recorded = await parts.record((content) => ({
      ...content,
      checkIns: [...content.checkIns, checkIn],
    }))
    if (!recorded.ok) return settle({ kind: 'refused', reason: 'notStored' })
    await releaseEnded(panel, id)
    settle(wasReleased(panel, id) ? { kind: 'refused', reason: 'tooLate' } : { kind: 'done' })
  }
}

/** A release that had left before the tap can't be called back: what comes of it decides. */
const releaseEnded = (panel: PanelStore, id: BookingId): Promise<void> =>
  new Promise((resolve) => {
    const isUnderWay = (): boolean => {
      const { releasing } = panel.current()
      return releasing.kind === 'releasing' && releasing.isSent && releasing.booking === id
    }
    if (!isUnderWay()) return resolve()
    const stop = panel.onChange(() => {
      if (isUnderWay()) return
      stop()
      resolve()
    })
  })

function wasReleased(panel: PanelStore, id: BookingId): boolean {
  const { releasing } = panel.current()
  return releasing.kind === 'settled' && releasing.booking.id === id && releasing.outcome.kind === 'released'
}

/**
 * The booking whose button was on the page when it was touched. A reading that came in the same moment may have moved it or
 * put another one in its place: nobody who tapped has to tap again, and the check-in is for where it is now. Nothing, if
 * the room has no more of that meeting to come.
 */
function meant({ clock, panel }: CheckInParts, id: BookingId): Booking | undefined {
  const { schedule, before = [] } = panel.current().reading
  const shown = [...(schedule?.bookings ?? []), ...before].find((booking) => booking.id === id)
  if (shown === undefined || schedule === undefined) return shown
  const checkIn = checkInTo(shown, clock.now())
  const there = schedule.bookings.filter(
    (booking) => booking.end > clock.now() && countsFor(checkIn, booking),
  )
  return there.find((booking) => booking.id === id) ?? there[0]
}
