import type { Connection, Occupancy } from '../../shared/occupancy/occupancy.ts'
import type { Snapshot } from '../../shared/snapshot/snapshot.ts'
import { subjectOf } from '../model/subject.ts'

/** The marks on the root element for tests and IT's own automation. Changing one is a breaking change. */
export interface Marks {
  readonly occupancy: Occupancy['kind']
  readonly connection: Connection['kind']
  /** The id of the booking that the door shows; empty if there is none. */
  readonly booking: string
}

export function marksOf(snapshot: Snapshot | undefined): Marks {
  if (snapshot === undefined) return { occupancy: 'unknown', connection: 'stale', booking: '' }
  const { occupancy, connection } = snapshot
  return {
    occupancy: occupancy.kind,
    connection: connection.kind,
    booking: subjectOf(occupancy)?.id ?? '',
  }
}

/** Writes the marks on the root; the colours hang on them, too. */
export function mark(root: HTMLElement, snapshot: Snapshot | undefined): void {
  Object.assign(root.dataset, marksOf(snapshot))
}
