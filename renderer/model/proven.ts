import type { Snapshot } from '../../shared/snapshot/snapshot.ts'

/**
 * Whether the shown schedule is proven now. Without proof a gap is no promise, and no meeting can be ended.
 */
export const isProven = ({ connection, occupancy }: Pick<Snapshot, 'connection' | 'occupancy'>): boolean =>
  connection.kind === 'live' && occupancy.kind !== 'unknown'
