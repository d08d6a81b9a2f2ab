import type { Cancel, Clock, Facts, Log } from '../../engine/ports.ts'
import { seconds } from '../../shared/time/time.ts'
import { watchPage } from './page-watch.ts'
import type { SupportCode } from './support-page.ts'

/** The page as the window has it; what shows it is a process of its own, which may die or hang. */
export interface KeptPage {
  /** Rejects if there is no such page. */
  readonly load: (shown: ShownPage) => Promise<void>
  /** Resolves when the page's process has heard; one that hangs never does. */
  readonly ask: () => Promise<unknown>
  /** Brings the window that it is in to the screen, if it isn't there. */
  readonly show: () => void
  /** Ends its process, whatever state that is in. */
  readonly kill: () => void
  readonly onGone: (run: (facts: Facts) => void) => void
}

/** The door, or the page that says why the door can't be shown. */
export type ShownPage = 'door' | SupportCode

export interface PageLifeParts {
  readonly page: KeptPage
  /** Of real time. */
  readonly clock: Pick<Clock, 'after' | 'elapsed'>
  readonly log: Log
  readonly shown: ShownPage
  /** How many asks in a row may stay without an answer. */
  readonly patience: number
  readonly onAnswer: () => void
  /** Called once, unless somebody ended it before. */
  readonly onLost: (event: string, facts: Facts) => void
}

/** One life of the page, from its loading to its loss. */
export interface PageLife {
  readonly shown: ShownPage
  /** How long it has lasted, and for how much of that it was there to be seen; ms. */
  readonly age: () => number
  readonly seenFor: () => number | undefined
  /** The page says that it has painted; gives whether that is news. */
  readonly painted: () => boolean
  /** Does something after `ms`, if the page lives until then, or is lost and nothing has taken its place. */
  readonly plan: (ms: number, run: () => void) => void
  readonly lost: (event: string, facts: Facts) => void
  /** Nothing that was planned happens any more. */
  readonly end: () => void
}

/** A door that has painted nothing by then will not, ms: also a slow tablet has had its time. */
const startLimit = seconds(30)
/** A process that was killed is gone by then, ms; there may have been none. */
const killLimit = seconds(1)

export function beginLife(parts: PageLifeParts): PageLife {
  const { page, clock, log, shown, onLost } = parts
  const plans = new Set<Cancel>()
  const began = clock.elapsed()
  let seenAt: number | undefined
  let isOver = false

  const end = (): void => {
    isOver = true
    for (const cancel of plans) cancel()
    plans.clear()
  }
  const plan = (ms: number, run: () => void): void => void plans.add(clock.after(ms, run))
  const lost = (event: string, facts: Facts): void => {
    if (isOver) return
    end()
    onLost(event, facts)
  }
  const kill = (event: string): void => {
    log.error(event, { shown })
    page.kill()
    plan(killLimit, () => lost('page.not-ended', {}))
  }
  const seen = (): void => {
    seenAt = clock.elapsed()
    page.show()
    plans.add(watchPage({ ...parts, ask: page.ask, onHang: () => kill('page.hung') }))
  }

  const stopWaiting = shown === 'door' ? clock.after(startLimit, () => kill('page.silent')) : undefined
  if (stopWaiting) plans.add(stopWaiting)
  const loaded = (): void => {
    // The door says itself when it has painted.
    if (shown !== 'door' && !isOver) seen()
  }
  page.load(shown).then(loaded, (cause: unknown) => lost('page.not-loaded', { cause }))
  return {
    shown,
    age: () => clock.elapsed() - began,
    seenFor: () => (seenAt === undefined ? undefined : clock.elapsed() - seenAt),
    painted: () => {
      if (shown !== 'door' || isOver || seenAt !== undefined) return false
      stopWaiting?.()
      seen()
      return true
    },
    plan,
    lost,
    end,
  }
}
