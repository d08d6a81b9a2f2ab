import { isUnsettled } from '../store/kept.ts'
import type { CallCounter, Clock } from '../../engine/ports.ts'
import type { Line } from '../../engine/line/line.ts'
import type { HeldLease } from '../leading/held-lease.ts'
import type { HeardPresence } from '../rooms/heard-presence.ts'
import type { HubStore } from '../store/hub-store.ts'
import type { DatedReadings } from './dated-readings.ts'

/** The state of a hub at this moment, for monitoring. An undefined value can't be known now. */
export interface HubFacts {
  readonly isLeading: boolean
  /** Of the lease that this hub had last; 0 before the first one. */
  readonly epoch: number
  readonly monthCalls: number
  readonly monthCallsLimit: number
  readonly rooms: number
  /** Ms; of a hub that leads. */
  readonly oldestReadingAge: number | undefined
  readonly isBrokerConnected: boolean
  readonly isDatabaseUp: boolean
  readonly doors: number | undefined
  readonly silentDoors: number | undefined
  readonly clonedDoors: number | undefined
  readonly openAttempts: number | undefined
}

/** The sources of the facts. The store is there once the database has answered at the start. */
export interface WatchedHub {
  readonly clock: Clock
  readonly calls: CallCounter
  readonly callsPerMonth: number
  readonly line: Line
  readonly readings: DatedReadings
  readonly heard: Pick<HeardPresence, 'isHere' | 'isCloned'>
  readonly store: Pick<HubStore, 'attempts' | 'doors'> | undefined
  readonly rooms: readonly string[]
  /** `since`: when this hub began to lead, by the monotonic clock. */
  readonly lease: (HeldLease & { readonly since: number }) | undefined
}

/** Asks the database, and so takes as long as it does: some seconds at most. Never rejects. */
export async function readHubFacts(hub: WatchedHub): Promise<HubFacts> {
  const { clock, calls, callsPerMonth, line, readings, heard, store, rooms, lease } = hub
  const [listed, attempts] = await Promise.all([
    store?.doors.list(),
    store?.attempts.endingAfter(clock.now()),
  ])
  const isLeading = lease?.isHeld() === true
  const share = calls.shareOf(callsPerMonth)
  const doors = listed?.ok ? listed.value.filter(({ isAssigned }) => isAssigned) : undefined
  return {
    isLeading,
    epoch: lease?.epoch ?? 0,
    monthCalls: share.spent,
    monthCallsLimit: share.calls,
    rooms: rooms.length,
    oldestReadingAge: isLeading ? readings.oldestAge(rooms, lease.since) : undefined,
    isBrokerConnected: line.isConnected(),
    isDatabaseUp: listed?.ok === true && attempts?.ok === true,
    doors: doors?.length,
    silentDoors: doors?.filter(({ id }) => !heard.isHere(id)).length,
    clonedDoors: doors?.filter(({ id }) => heard.isCloned(id)).length,
    openAttempts: attempts?.ok ? attempts.value.filter(isUnsettled).length : undefined,
  }
}
