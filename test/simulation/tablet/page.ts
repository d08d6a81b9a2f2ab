import type { DoorPanel } from '../../../engine/door-panel/door-panel.ts'
import type { Log } from '../../../engine/ports.ts'
import { createSight } from '../../../main/window/sight.ts'
import type { Obstacle } from '../../../shared/check-in/obstacle.ts'
import type { Snapshot } from '../../../shared/snapshot/snapshot.ts'
import type { Dice } from '../time/dice.ts'

/** Stands in for the rendered page: paints each snapshot after some milliseconds, and says so. */
export interface Page {
  readonly show: (snapshot: Snapshot) => void
  /** The picture that people see, and can touch; undefined while the page is frozen or gone. */
  readonly touchable: () => Snapshot | undefined
  readonly freeze: () => void
  readonly thaw: () => void
  /** The window loses the page, notices, and loads it again. */
  readonly crash: () => void
  /** The page becomes invisible or untouchable, while it still paints; or visible and touchable again. */
  readonly cover: (how: Obstacle | undefined) => void
}

export interface PageParts {
  readonly dice: Dice
  readonly after: (ms: number, run: () => void) => unknown
  readonly panel: () => DoorPanel
  readonly log: Log
  readonly onPaint: (snapshot: Snapshot) => void
  /** What people can see or touch may be other than before. */
  readonly onSight: () => void
}

export function createPage({ dice, after, panel, log, onPaint, onSight }: PageParts): Page {
  let state: 'loading' | 'live' | 'frozen' = 'loading'
  let latest: Snapshot | undefined
  let painted: Snapshot | undefined
  let isPainting = false
  let cover: Obstacle | undefined
  // The page can't know which windows cover it: main examines the display.
  const display = { obstacle: async () => cover }
  const sight = createSight({ display, log, onSeen: (picture) => panel().painted(picture) })

  const paint = (): void => {
    isPainting = false
    if (state !== 'live' || latest === undefined || latest === painted) return
    painted = latest
    onPaint(painted)
    void sight.painted({ revision: painted.revision, checkIns: painted.checkIns.map(({ id }) => id) })
  }
  const show = (snapshot: Snapshot): void => {
    latest = snapshot
    if (state !== 'live' || isPainting) return
    isPainting = true
    after(dice.between(4, 40), paint)
  }
  const load = (): void => {
    state = 'live'
    show(panel().current())
  }
  after(dice.between(300, 3000), load)

  return {
    show,
    touchable: () => (state === 'live' && cover === undefined ? painted : undefined),
    freeze() {
      if (state === 'live') state = 'frozen'
      onSight()
    },
    thaw() {
      if (state !== 'frozen') return
      state = 'live'
      onSight()
      if (latest !== undefined) show(latest)
    },
    crash() {
      state = 'loading'
      painted = undefined
      onSight()
      after(dice.between(1, 50), () => panel().interrupt())
      after(dice.between(500, 20_000), load)
    },
    cover(how) {
      cover = how
      onSight()
    },
  }
}
