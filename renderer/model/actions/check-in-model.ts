import { actionUnderWay } from '../../../shared/action/action.ts'
import { computed, type ReadonlySignal } from '@preact/signals'
import type { BookingId } from '../../../shared/booking/booking.ts'
import type { Snapshot } from '../../../shared/snapshot/snapshot.ts'
import { createPendingRequest, type PendingRequestParts } from './pending-request.ts'

export interface CheckInModel {
  /** The bookings whose check-in is on its way. */
  readonly underWay: ReadonlySignal<readonly BookingId[]>
  /** The tap on the button. */
  readonly checkIn: (booking: BookingId) => void
}

export interface CheckInModelParts extends PendingRequestParts {
  readonly snapshot: ReadonlySignal<Snapshot | undefined>
}

export function createCheckInModel({ snapshot, ...asking }: CheckInModelParts): CheckInModel {
  const pending = createPendingRequest('checkIn', asking)
  const underWay = computed(() => {
    const action = actionUnderWay(snapshot.value?.actions ?? [], 'checkIn')
    return action !== undefined ? [...pending.underWay.value, action.booking] : pending.underWay.value
  })
  return {
    underWay,
    checkIn: (booking) => {
      if (!underWay.value.includes(booking)) pending.begin(booking)
    },
  }
}
