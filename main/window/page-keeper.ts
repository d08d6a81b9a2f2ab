import type { Facts } from '../../engine/ports.ts'
import { deathsAfter, isLoop, noDeaths, pauseAfterDeaths, wellAfter } from '../../shared/panel/crash-loop.ts'
import { beginLife, type PageLife, type PageLifeParts, type ShownPage } from './page-life.ts'
import type { SupportCode } from './support-page.ts'

export interface PageKeeperParts extends Pick<PageLifeParts, 'page' | 'clock' | 'log'> {
  /** Called repeatedly while the support page is shown and its process answers. */
  readonly onSupportShown: () => void
  /** Called when even the support page is lost: only a restart of the program may help. */
  readonly giveUp: () => void
}

export interface PageKeeper {
  /** Shows the door from now on, and restores it whenever it is lost. */
  readonly showDoor: () => void
  /** Shows the support page until `showDoor` is called. */
  readonly showSupport: (code: SupportCode) => void
  /** To call when the door reports that it has painted. */
  readonly painted: () => void
  /** To call when the door reports that it has failed. It is then treated as dead. */
  readonly failed: (facts: Facts) => void
  /** Loads the door again, in another process. */
  readonly renew: () => void
  /** The page on the screen, or on its way there; undefined before the first one. */
  readonly shown: () => ShownPage | undefined
  /** How long the page's process has lived, ms. */
  readonly age: () => number
  /** Calls `run` whenever the picture is lost. People can't touch the door until the next picture. */
  readonly onLoss: (run: () => void) => void
  /** Calls `run` once for each loaded door that has been well for some seconds. */
  readonly onWell: (run: () => void) => void
  /** To call when the picture was lost, but not the page. */
  readonly interrupt: () => void
  /** Stops keeping the page, because the window is closed. */
  readonly stop: () => void
}

/**
 * This many asks without an answer count as a hang. After a door that was never well the number grows each
 * time.
 */
const patience = 3
const longestPatience = 60

/** Keeps a page on the screen: see docs/healing.md. */
export function createPageKeeper(parts: PageKeeperParts): PageKeeper {
  const { page, clock, log } = parts
  const [onLoss, onWell] = [new Set<() => void>(), new Set<() => void>()]
  const interrupt = callAll(onLoss)
  let [deaths, isRenewed] = [noDeaths, false]
  let lostAt: number | undefined
  let life: PageLife | undefined

  const begin = (shown: ShownPage): void => {
    life?.end()
    const own = beginLife({
      ...parts,
      shown,
      patience: Math.min(patience * 2 ** Math.max(deaths.inARow - 1, 0), longestPatience),
      onAnswer: shown === 'door' ? () => undefined : parts.onSupportShown,
      onLost: (event, facts) => lose(own, event, facts),
    })
    life = own
  }
  const lose = (own: PageLife, event: string, facts: Facts): void => {
    lostAt ??= clock.elapsed()
    interrupt()
    if (isRenewed) {
      isRenewed = false
      return begin('door')
    }
    log.error(event, { shown: own.shown, ...facts })
    deaths = deathsAfter(deaths, { at: clock.elapsed(), wasWell: (own.seenFor() ?? 0) >= wellAfter })
    if (own.shown !== 'door') return parts.giveUp()
    const pause = pauseAfterDeaths(deaths)
    if (isLoop(deaths)) {
      log.error('page.resting', { pause })
      begin('pageCrashes')
    }
    life?.plan(pause, () => begin('door'))
  }

  page.onGone((facts) => life?.lost('page.gone', facts))
  return {
    showDoor: () => begin('door'),
    showSupport: begin,
    painted: () => {
      if (!life?.painted()) return
      life.plan(wellAfter, callAll(onWell))
      if (lostAt !== undefined) log.info('page.back', { after: Math.round(clock.elapsed() - lostAt) })
      lostAt = undefined
    },
    failed: (facts) => (life?.shown === 'door' ? life.lost('page.failed', facts) : undefined),
    renew: () => {
      if (life?.seenFor() === undefined) return
      log.info('page.renewed', { age: Math.round(life.age()) })
      isRenewed = true
      page.kill()
    },
    shown: () => life?.shown,
    age: () => life?.age() ?? 0,
    onLoss: (run) => void onLoss.add(run),
    onWell: (run) => void onWell.add(run),
    interrupt,
    stop: () => life?.end(),
  }
}

const callAll = (listeners: ReadonlySet<() => void>) => (): void => {
  for (const run of listeners) run()
}
