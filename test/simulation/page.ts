import type { DoorPanel } from '../../main/door-panel.ts'
import type { Snapshot } from '../../shared/domain/snapshot.ts'
import type { Dice } from './dice.ts'

export type Picture = Pick<Snapshot, 'occupancy' | 'checkIns' | 'checkingIn' | 'releasing' | 'ending'>

/** The page as it is on the screen: it paints what it is given, answers that it has, and takes taps. */
export interface Page {
  /** What is to be seen; nothing while the screen is dark. */
  readonly picture: () => Picture | undefined
  /** Nothing is painted and no tap is taken for so long, ms. The taps come in afterwards. */
  readonly freeze: (ms: number) => void
  /** The renderer dies; the window loads it again. */
  readonly crash: () => void
  readonly tap: (act: (panel: DoorPanel) => void) => void
  readonly goDark: () => void
  readonly fallAsleep: () => void
  readonly wakeUp: () => void
}

export interface PageParts {
  readonly panel: DoorPanel
  readonly after: (ms: number, run: () => void) => () => void
  readonly dice: Dice
  readonly onPicture: (picture: Picture | undefined) => void
}

type State = 'loading' | 'live' | 'frozen' | 'asleep' | 'dark'

export function createPage({ panel, after, dice, onPicture }: PageParts): Page {
  let state: State = 'loading'
  let picture: Picture | undefined
  let newest: Snapshot | undefined
  let isPainting = false
  let loads = 0
  const waiting: (() => void)[] = []

  const show = (next: Picture | undefined): void => {
    picture = next
    onPicture(next)
  }
  const paint = (): void => {
    if (isPainting || newest === undefined || state !== 'live') return
    isPainting = true
    after(dice.whole(8, 40), () => {
      isPainting = false
      const snapshot = newest
      if (state !== 'live' || snapshot === undefined) return
      newest = undefined
      show(snapshot)
      const checkIns = snapshot.checkIns.map(({ id }) => id)
      after(dice.whole(1, 5), () => panel.painted({ revision: snapshot.revision, checkIns }))
    })
  }
  const take = (snapshot: Snapshot): void => {
    newest = snapshot
    paint()
  }
  const load = (): void => {
    const turn = (loads += 1)
    after(dice.whole(200, 1500), () => {
      if (turn !== loads || state !== 'loading') return
      state = 'live'
      take(panel.current())
    })
  }
  const thaw = (): void => {
    state = 'live'
    for (const act of waiting.splice(0)) act()
    paint()
  }
  panel.onSnapshot((snapshot) => {
    if (state !== 'loading') take(snapshot)
  })
  load()

  return {
    picture: () => picture,
    freeze(ms) {
      if (state !== 'live') return
      state = 'frozen'
      after(ms, () => (state === 'frozen' ? thaw() : undefined))
    },
    crash() {
      if (state === 'dark' || state === 'asleep') return
      state = 'loading'
      newest = undefined
      isPainting = false
      waiting.length = 0
      show(undefined)
      panel.interrupt()
      load()
    },
    tap(act) {
      if (state === 'live') after(dice.whole(2, 20), () => act(panel))
      else if (state === 'frozen') waiting.push(() => act(panel))
    },
    goDark() {
      state = 'dark'
      show(undefined)
    },
    fallAsleep() {
      if (state !== 'dark') state = 'asleep'
      show(undefined)
    },
    wakeUp() {
      if (state !== 'asleep') return
      state = 'loading'
      load()
    },
  }
}
