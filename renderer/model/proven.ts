import type { Snapshot } from '../../shared/snapshot/snapshot.ts'

/** Whether what is shown of the schedule is proven just now: without that a gap is no promise, and nothing can be ended. */
export const isProven = ({ connection, occupancy }: Pick<Snapshot, 'connection' | 'occupancy'>): boolean =>
  connection.kind === 'live' && occupancy.kind !== 'unknown'
