import type { EndRefusal } from '../shared/domain/ending.ts'
import type { Snapshot } from '../shared/domain/snapshot.ts'

/** The one thing the panel has to say beside what it shows. */
export type Notice =
  /** The meeting is being ended, and the screen that says so has gone, for the calendar can't be read just now. */
  | { readonly kind: 'ending' }
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly reason: EndRefusal }
  | { readonly kind: 'uncertain' }
  /** A request to the main process failed: a fault of the program. */
  | { readonly kind: 'panelFailed' }

export function noticeOf(snapshot: Snapshot | undefined): Notice | undefined {
  if (snapshot?.ending.kind === 'settled') return snapshot.ending.outcome
  const isHidden = snapshot?.ending.kind === 'ending' && snapshot.occupancy.kind !== 'inUse'
  return isHidden ? { kind: 'ending' } : undefined
}
