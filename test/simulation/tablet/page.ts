import type { DoorPanel } from '../../../main/door-panel.ts'
import type { Snapshot } from '../../../shared/domain/snapshot.ts'
import type { Dice } from '../time/dice.ts'

/** Stands in for the rendered page: paints each snapshot after some milliseconds, and says so. */
export interface Page {
  readonly show: (snapshot: Snapshot) => void
  /** What people see, and can touch; nothing while the page is frozen or gone. */
  readonly touchable: () => Snapshot | undefined
  readonly freeze: () => void
  readonly thaw: () => void
  /** The window loses the page, notices, and loads it again. */
  readonly crash: () => void
}

export interface PageParts {
  readonly dice: Dice
  readonly after: (ms: number, run: () => void) => unknown
  readonly panel: () => DoorPanel
  readonly onPaint: (snapshot: Snapshot) => void
}

export function createPage({ dice, after, panel, onPaint }: PageParts): Page {
  let state: 'loading' | 'live' | 'frozen' = 'loading'
  let latest: Snapshot | undefined
  let painted: Snapshot | undefined
  let isPainting = false

  const paint = (): void => {
    isPainting = false
    if (state !== 'live' || latest === undefined || latest === painted) return
    painted = latest
    onPaint(painted)
    panel().painted({ revision: painted.revision, checkIns: painted.checkIns.map(({ id }) => id) })
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
    touchable: () => (state === 'live' ? painted : undefined),
    freeze: () => void (state = state === 'live' ? 'frozen' : state),
    thaw() {
      if (state !== 'frozen') return
      state = 'live'
      if (latest !== undefined) show(latest)
    },
    crash() {
      state = 'loading'
      painted = undefined
      after(dice.between(1, 50), () => panel().interrupt())
      after(dice.between(500, 20_000), load)
    },
  }
}
