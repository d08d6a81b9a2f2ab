import { type ReadonlySignal, signal } from '@preact/signals'
import type { BookingId } from '../../../shared/booking/booking.ts'
import type { Ask } from '../ask.ts'

/** A request about a booking, whose outcome only a snapshot shows. */
export interface PendingRequest {
  /** The bookings for which it is on its way. */
  readonly underWay: ReadonlySignal<readonly BookingId[]>
  readonly begin: (booking: BookingId) => void
}

export interface PendingRequestParts {
  readonly ask: Ask
  /** Resolves when the present snapshot is shown. */
  readonly askCurrent: () => Promise<void>
}

export function createPendingRequest(
  name: 'checkIn' | 'endMeeting',
  { ask, askCurrent }: PendingRequestParts,
): PendingRequest {
  const underWay = signal<readonly BookingId[]>([])
  const run = async (bookingId: BookingId): Promise<void> => {
    underWay.value = [...underWay.value, bookingId]
    const asked = await ask(name, { bookingId })
    // The snapshot shows the outcome, so the request is over only once that is shown.
    if (asked !== undefined) await askCurrent()
    underWay.value = underWay.value.filter((one) => one !== bookingId)
  }
  return { underWay, begin: (booking) => void run(booking) }
}
