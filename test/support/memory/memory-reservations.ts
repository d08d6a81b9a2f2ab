import type { JournalProblem } from '../../../engine/ports.ts'
import type { ReservationsRead, ReservationStore } from '../../../engine/reservation-store.ts'
import { err, ok } from '../../../shared/result.ts'

/** Reservations in memory, none yet: they outlive the panels that make them. */
export interface MemoryReservations extends ReservationStore {
  kept: ReservationsRead
  /** While set, the disk says no. */
  failing: JournalProblem['code'] | undefined
  /** Called at each write, once it is on this disk. */
  onWritten: () => void
}

export function createMemoryReservations(): MemoryReservations {
  const refused = (code: JournalProblem['code']) => err({ code, cause: new Error('The disk of this test') })
  const memory: MemoryReservations = {
    kept: { kind: 'missing' },
    failing: undefined,
    onWritten: () => undefined,
    read: async () => (memory.failing === 'unreadable' ? refused('unreadable') : ok(memory.kept)),
    write: async (reservations) => {
      if (memory.failing !== undefined) return refused('unwritable')
      memory.kept = { kind: 'found', reservations }
      memory.onWritten()
      return ok(undefined)
    },
  }
  return memory
}
