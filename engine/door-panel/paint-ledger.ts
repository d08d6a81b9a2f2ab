import type { Clock } from '../ports.ts'
import type { PanelStore } from '../panel/panel-store.ts'
import type { SnapshotFeed } from './snapshot-feed.ts'

/** The picture that the page reports as painted. */
export interface PaintedPicture {
  readonly revision: number
  readonly checkIns: readonly string[]
}

export interface PaintLedger {
  readonly painted: (picture: PaintedPicture) => void
  /** When the page last reported a picture, by the monotonic clock, ms. */
  readonly paintedAt: () => number | undefined
}

export interface PaintLedgerParts {
  readonly clock: Pick<Clock, 'now' | 'elapsed'>
  readonly panel: Pick<PanelStore, 'apply'>
  readonly feed: Pick<SnapshotFeed, 'latest'>
}

/**
 * Records the check-in buttons that the page has really painted (law 2b). A button counts only if the panel
 * offered it in its latest snapshot, because an older picture does not show what people can tap now.
 */
export function createPaintLedger({ clock, panel, feed }: PaintLedgerParts): PaintLedger {
  let paintedAt: number | undefined
  return {
    painted: (painted) => {
      paintedAt = clock.elapsed()
      const { revision, offered } = feed.latest()
      if (painted.revision !== revision) return
      const checkIns = offered.filter((id) => painted.checkIns.includes(id))
      panel.apply({ kind: 'painted', checkIns, at: clock.now(), elapsed: clock.elapsed() })
    },
    paintedAt: () => paintedAt,
  }
}
