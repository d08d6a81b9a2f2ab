import type { Clock } from '../ports.ts'
import type { PanelStore } from './panel-store.ts'
import type { SnapshotFeed } from './snapshot-feed.ts'

/** What the page says that it has painted. */
export interface PaintedPicture {
  readonly revision: number
  readonly checkIns: readonly string[]
}

export interface PaintLedgerParts {
  readonly clock: Pick<Clock, 'now' | 'elapsed'>
  readonly panel: Pick<PanelStore, 'apply'>
  readonly feed: Pick<SnapshotFeed, 'latest'>
}

/**
 * Notes which check-in buttons the page has really painted (law 2b). A button counts only if the panel offered it in its latest
 * snapshot: an older picture says nothing of what people can tap now.
 */
export const createPaintLedger =
  ({ clock, panel, feed }: PaintLedgerParts) =>
  (painted: PaintedPicture): void => {
    const { revision, offered } = feed.latest()
    if (painted.revision !== revision) return
    const checkIns = offered.filter((id) => painted.checkIns.includes(id))
    panel.apply({ kind: 'painted', checkIns, at: clock.now(), elapsed: clock.elapsed() })
  }
