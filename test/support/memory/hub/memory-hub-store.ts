import type { Clock } from '../../../../engine/ports.ts'
import type { EnteredAct } from '../../../../hub/store/audit.ts'
import type { HubStore } from '../../../../hub/store/hub-store.ts'
import { createAnswering, type MemoryState, newState } from './answering.ts'
import { createMemoryDoors } from './memory-doors.ts'
import { createMemoryLease } from './memory-lease.ts'
import { createMemoryTickets } from './memory-tickets.ts'
import { createMemoryAttempts, createMemoryCheckIns, createMemoryReservations } from './memory-rooms.ts'

/** A store in memory, for any number of hubs. */
export interface MemoryHubStore extends HubStore {
  readonly state: MemoryState
}

/** `clock` is the store's own. */
export function createMemoryHubStore(clock: Pick<Clock, 'now'>): MemoryHubStore {
  const state = newState()
  const answering = createAnswering(state, clock)
  const acts: EnteredAct[] = []
  return {
    state,
    prepare: () => answering.any(() => undefined),
    lease: createMemoryLease(state, answering),
    checkIns: createMemoryCheckIns(answering),
    attempts: createMemoryAttempts(answering),
    reservations: createMemoryReservations(answering),
    doors: createMemoryDoors(answering),
    audit: {
      enter: (act) => answering.any(() => void acts.unshift({ ...act, at: clock.now() })),
      latest: (count, door) =>
        answering.any(() => acts.filter((act) => door === undefined || act.door === door).slice(0, count)),
    },
    tickets: createMemoryTickets(answering),
    close: async () => undefined,
  }
}
