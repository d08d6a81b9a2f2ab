import { createServerClock, type ServerClock } from '../../main/adapters/server-clock.ts'
import { createJournalFile } from '../../main/adapters/journal-file.ts'
import { createDoorPanel, type DoorPanel } from '../../main/door-panel.ts'
import { createFeishuCalendar } from '../../main/feishu/feishu-calendar.ts'
import type { Http, Log } from '../../main/ports.ts'
import type { Configuration } from '../../shared/config/configuration.ts'
import { ok } from '../../shared/result.ts'
import type { Dice } from './dice.ts'
import type { LossyDisk } from './lossy-disk.ts'
import { createPage, type Page, type Picture } from './page.ts'
import type { Timeline } from './timeline.ts'

export interface TabletParts {
  readonly timeline: Timeline
  readonly dice: Dice
  readonly disk: LossyDisk
  readonly configuration: Configuration
  readonly appSecret: string
  readonly http: Http
  /** How far the tablet's own clock is ahead, ms. */
  readonly wallError: () => number
  readonly log: Log
  /** Another picture is on the screen; nothing, when the screen has gone dark. */
  readonly onPicture: (picture: Picture | undefined) => void
}

/** The program on the tablet, from a start to its sudden end. */
export interface Program {
  readonly panel: DoorPanel
  readonly page: Page
  readonly clock: ServerClock
  /** Stops dead: nothing that was begun goes on. */
  readonly kill: () => void
  /** Stops dead at the `steps`th thing from now that it asks of the outside, or that the outside answers. */
  readonly killAfter: (steps: number, onDeath: () => void) => void
  /** The tablet sleeps: no timer runs, and the monotonic clock may stand still. */
  readonly sleep: (ms: number, monotonicStandsStill: boolean, isTold: boolean) => void
}

export function startProgram(parts: TabletParts): Program {
  const { timeline, dice, disk, configuration, appSecret } = parts
  const life = createLife(parts)
  const clock = createServerClock({
    wall: () => timeline.now() + parts.wallError(),
    monotonic: life.monotonic,
    after: life.after,
  })
  const calendar = createFeishuCalendar({
    http: life.mortalHttp(parts.http),
    clock,
    log: parts.log,
    random: dice.random,
    origin: configuration.feishu.origin,
    appId: configuration.feishu.appId,
    roomId: configuration.room.id,
    readSecret: async () => ok(appSecret),
  })
  const panel = createDoorPanel({
    clock,
    log: parts.log,
    journal: createJournalFile({ folder: '/data/journal', disk: life.mortalDisk(disk) }),
    rate: 1,
    tablet: { locale: 'en-US', timeZone: 'UTC' },
    setUp: async () => ok({ configuration, calendar }),
  })
  const page = createPage({ panel, after: life.after, dice, onPicture: parts.onPicture })
  return {
    panel,
    page,
    clock,
    kill: () => {
      page.goDark()
      life.end()
    },
    killAfter: (steps, onDeath) =>
      life.endAfter(steps, () => {
        page.goDark()
        onDeath()
      }),
    sleep: (ms, monotonicStandsStill, isTold) => {
      page.fallAsleep()
      life.sleep(ms, monotonicStandsStill, () => {
        if (isTold) {
          clock.wake()
          panel.interrupt()
        }
        page.wakeUp()
      })
    },
  }
}

/** What a process has as long as it lives: timers, answers, files. */
function createLife({ timeline }: TabletParts) {
  let isOver = false
  let asleepUntil = -Infinity
  let lost = 0
  let stepsLeft = Infinity
  let onDeath = (): void => {}
  const begin = timeline.now()

  /** Whether this step still happens. */
  const step = (): boolean => {
    stepsLeft -= 1
    if (stepsLeft <= 0 && !isOver) {
      isOver = true
      onDeath()
    }
    return !isOver
  }
  const run = (action: () => void): void => {
    const sleepLeft = asleepUntil - timeline.now()
    if (isOver) return
    if (sleepLeft > 0) timeline.after(sleepLeft, () => run(action))
    else if (step()) action()
  }
  const after = (ms: number, action: () => void) => {
    let isCancelled = false
    const cancel = timeline.after(ms, () => run(() => (isCancelled ? undefined : action())))
    return () => {
      isCancelled = true
      cancel()
    }
  }
  const alive = <T>(work: Promise<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      work.then(
        (value) => run(() => resolve(value)),
        (cause: unknown) => run(() => reject(cause instanceof Error ? cause : new Error(String(cause)))),
      )
    })
  /** Does it, unless the end comes before it or right after it. */
  const mortal = <T>(work: () => Promise<T>): Promise<T> =>
    step() ? alive(work()) : new Promise<never>(() => {})

  return {
    monotonic: () => timeline.now() - begin - lost,
    after,
    mortalHttp:
      (http: Http): Http =>
      (request) =>
        mortal(() => http(request)),
    mortalDisk: (disk: LossyDisk) => ({
      read: (path: string) => mortal(() => disk.read(path)),
      write: (path: string, text: string) => mortal(() => disk.write(path, text)),
      sync: (path: string) => mortal(() => disk.sync(path)),
      rename: (from: string, to: string) => mortal(() => disk.rename(from, to)),
    }),
    end: () => (isOver = true),
    endAfter: (steps: number, run: () => void) => {
      stepsLeft = steps
      onDeath = run
    },
    sleep: (ms: number, standsStill: boolean, wake: () => void) => {
      asleepUntil = timeline.now() + ms
      timeline.after(ms, () => {
        if (standsStill) lost += ms
        if (!isOver) wake()
      })
    },
  }
}
