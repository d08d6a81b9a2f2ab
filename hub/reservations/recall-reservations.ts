import type { Cancel, Clock, Log } from '../../engine/ports.ts'
import { days, plus, seconds } from '../../shared/time/time.ts'
import type { HubStore } from '../store/hub-store.ts'
import type { KeptReservation } from '../store/kept.ts'

/** How long to wait before the store is asked again, ms. */
const tryAgain = seconds(3)

/** How long ago one may have ended that still counts for anything, ms. */
const remembered = days(2)

export interface RecallReservationsParts {
  readonly store: Pick<HubStore, 'reservations'>
  readonly clock: Clock
  readonly log: Log
}

/** The reservations of all rooms that earlier hubs have kept, by one question, which is repeated until the store answers or `stop`. */
export function recallReservations({ store, clock, log }: RecallReservationsParts): {
  readonly recalled: () => Promise<readonly KeptReservation[]>
  readonly stop: () => void
} {
  let cancel: Cancel | undefined
  const recalling = new Promise<readonly KeptReservation[]>((resolve) => {
    const recall = async (): Promise<void> => {
      const kept = await store.reservations.endingAfter(plus(clock.now(), -remembered))
      if (kept.ok) return resolve(kept.value)
      log.warn('reservations.not-recalled', { ...kept.error })
      cancel = clock.after(tryAgain, () => void recall())
    }
    void recall()
  })
  return { recalled: () => recalling, stop: () => cancel?.() }
}
