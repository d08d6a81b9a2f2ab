import type { Snapshot } from '../../shared/snapshot/snapshot.ts'

/** Marks on the page's own timeline, by which a start is measured (https://w3c.github.io/user-timing/). */
const firstTruth = 'room-panel:first-truth'
const firstLive = 'room-panel:first-live'

/**
 * Returns the function to call whenever a snapshot was painted. It marks the first one, and the first live
 * one.
 */
export function createFirstPaints(painted: () => Snapshot | undefined): () => void {
  const wanted = new Set([firstTruth, firstLive])
  const mark = (name: string): void => {
    if (wanted.delete(name)) performance.mark(name)
  }
  return () => {
    mark(firstTruth)
    if (painted()?.connection.kind === 'live') mark(firstLive)
  }
}
