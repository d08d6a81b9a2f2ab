import type { Cancel, Clock, Facts, Log } from '../../engine/ports.ts'
import { seconds } from '../../shared/time/time.ts'
import { watchPage } from './page-watch.ts'
import type { SupportCode } from './support-page.ts'

/** The page in the window. A process of its own shows it, which may die or hang. */
export interface KeptPage {
  /** Rejects if the page does not exist. */
  readonly load: (shown: ShownPage) => Promise<void>
  /** Resolves when the page's process has answered. A process that hangs never answers. */
  readonly ask: () => Promise<unknown>
  /** Shows the page's window, if it is hidden. */
  readonly show: () => void
  /** Kills its process, even if that hangs. */
  readonly kill: () => void
  readonly onGone: (run: (facts: Facts) => void) => void
}

/** The door, or the support page that explains why the door can't be shown. */
export type ShownPage = 'door' | SupportCode

export interface PageLifeParts {
  readonly page: KeptPage
  /** A clock of real time. */
  readonly clock: Pick<Clock, 'after' | 'elapsed'>
  readonly log: Log
  readonly shown: ShownPage
  /** How many asks in a row may stay without an answer. */
  readonly patience: number
  readonly onAnswer: () => void
  /** Called once, unless `end` was called before. */
  readonly onLost: (event: string, facts: Facts) => void
}

/** One life of the page, from its loading to its loss. */
export interface PageLife {
  readonly shown: ShownPage
  /** How long the life has lasted, and how long its page has been visible; ms. */
  readonly age: () => number
  readonly seenFor: () => number | undefined
  /** To call when the page reports that it has painted. Returns whether this is its first picture. */
  readonly painted: () => boolean
  /** Runs `run` after `ms`, unless another life has begun by then. */
  readonly plan: (ms: number, run: () => void) => void
  readonly lost: (event: string, facts: Facts) => void
  /** Cancels everything that was planned. */
  readonly end: () => void
}

/** A door that has not painted within this time counts as failed, ms: enough even for a slow tablet. */
const startLimit = seconds(30)
/** How long a killed process takes to end at most, ms. There may have been no process. */
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
    // The door reports its first picture itself.
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
