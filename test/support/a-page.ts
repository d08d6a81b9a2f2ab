import type { DoorPanel } from '../../engine/door-panel/door-panel.ts'
import type { Snapshot } from '../../shared/snapshot/snapshot.ts'

/** The page at the door: it paints what is pushed, and says so. A story may freeze it. */
export interface Page {
  isFrozen: boolean
  /** What it painted. */
  readonly painted: Snapshot[]
}

export function openPage(panel: DoorPanel): Page {
  const page: Page = { isFrozen: false, painted: [] }
  const paint = (snapshot: Snapshot): void => {
    if (page.isFrozen) return
    page.painted.push(snapshot)
    // The page tells after the next frame, not while it is being told.
    queueMicrotask(() =>
      panel.painted({ revision: snapshot.revision, checkIns: snapshot.checkIns.map(({ id }) => id) }),
    )
  }
  panel.onSnapshot(paint)
  paint(panel.current())
  return page
}
