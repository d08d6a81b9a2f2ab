import { openCallCounter } from '../../../main/adapters/call-counter-file.ts'
import { createJournalFile } from '../../../main/adapters/journal-file.ts'
import { createServerClock, type ServerClock } from '../../../main/adapters/server-clock.ts'
import { createDoorPanel, type DoorPanel, type DoorPanelParts } from '../../../main/door-panel.ts'
import { createFeishuCalendar } from '../../../main/feishu/feishu-calendar.ts'
import type { CallCounter, Http, Log } from '../../../main/ports.ts'
import type { World } from '../../../main/simulator/world.ts'
import type { Configuration } from '../../../shared/config/configuration.ts'
import type { Snapshot } from '../../../shared/domain/snapshot.ts'
import { ok } from '../../../shared/result.ts'
import type { Dice } from '../time/dice.ts'
import type { TrueTime } from '../time/true-time.ts'
import { createMemoryAdmin } from '../../support/memory-admin.ts'
import { createMemoryLastReading, type MemoryLastReading } from '../../support/memory-last-reading.ts'
import { createLife, type Life } from './life.ts'
import { type Call, createLine } from './line.ts'
import { createLossyDisk, type LossyDisk } from './lossy-disk.ts'
import { createPage, type Page } from './page.ts'
import { createTabletTime, type TabletTime } from './tablet-time.ts'
import type { HttpRequest } from '../../../main/ports.ts'

export const journalFolder = '/var/lib/room-panel'
const callsFolder = '/var/lib/room-panel/calls'
export const journalPath = `${journalFolder}/journal.json`

/** One tablet at the door, which outlives the programs that run on it. */
export interface Tablet {
  readonly name: string
  readonly configuration: Configuration
  readonly disk: LossyDisk
  /** Of the program that runs now, or ran last. */
  readonly program: () => Program
  readonly isRunning: () => boolean
  /** The tablet's own clock, ms ahead of the true time; counts from the next boot or `set` on. */
  readonly start: () => void
}

/** One life of the panel's program, with its page. */
export interface Program {
  readonly life: Life
  readonly clock: ServerClock
  readonly tabletTime: TabletTime
  readonly panel: DoorPanel
  readonly page: Page
}

/** Who watches what a tablet does, from the outside. */
export interface Watcher {
  readonly started: () => void
  readonly painted: (snapshot: Snapshot) => void
  readonly requested: (request: HttpRequest) => Call
  readonly logged: (event: string, facts: Readonly<Record<string, unknown>>) => void
  readonly journalRead: (text: string | undefined) => void
}

export interface TabletParts {
  readonly name: string
  readonly configuration: Configuration
  readonly world: World
  readonly appSecret: string
  readonly time: TrueTime
  readonly dice: Dice
  readonly watcher: Watcher
  readonly wrongBy: number
  readonly zone: string
}

export function createTablet(parts: TabletParts): Tablet {
  const disk = createLossyDisk(parts.dice)
  const lastReading = createMemoryLastReading()
  const admin = createMemoryAdmin()
  let program: Program | undefined
  const current = (): Program => {
    if (program === undefined) throw new Error('The tablet was never started')
    return program
  }
  return {
    name: parts.name,
    configuration: parts.configuration,
    disk,
    program: current,
    isRunning: () => program?.life.isAlive() === true,
    start: () => void (program = startProgram({ ...parts, disk, lastReading, admin })),
  }
}

/** Programs come and go, and the tablet stays on: its time may be set meanwhile. */
const bootAt = (time: TrueTime) => ({ id: 'the only one', age: time.now() })

/** What outlives the programs on a tablet. */
interface ProgramParts extends TabletParts {
  readonly disk: LossyDisk
  readonly lastReading: MemoryLastReading
  readonly admin: DoorPanelParts['admin']
}

function startProgram(parts: ProgramParts): Program {
  const { configuration, dice, watcher, world, zone, disk, lastReading, admin } = parts
  const life = createLife()
  const tabletTime = createTabletTime(parts.time, parts.wrongBy)
  const after = (ms: number, run: () => void) => tabletTime.source.after(ms, life.step(run))
  const every = (ms: number, run: () => void) => tabletTime.source.every(ms, life.step(run))
  const clock = createServerClock({ ...tabletTime.source, after, every })
  const pause = (ms: number): Promise<void> => new Promise((resolve) => void after(ms, resolve))
  const line = createLine({ world, dice, after, onRequest: watcher.requested })
  const log = logTo(watcher)
  const calendarWith = (counter: CallCounter) =>
    createFeishuCalendar({
      http: life.whileAlive<Http>(line),
      clock,
      log,
      random: dice.next,
      origin: configuration.feishu.origin,
      appId: configuration.feishu.appId,
      roomId: configuration.room.id,
      readSecret: async () => ok(parts.appSecret),
      quota: { ...configuration.budget, counter },
    })
  // Most steps of a disk take no time that anything else could come in between.
  const seen = disk.through(async () => (dice.chance(0.3) ? pause(dice.between(1, 6)) : undefined))
  const journal = createJournalFile({
    folder: journalFolder,
    disk: {
      ...seen,
      async read(path) {
        const text = await seen.read(path)
        watcher.journalRead(text)
        return text
      },
    },
  })
  watcher.started()
  const setUp: DoorPanelParts['setUp'] = async (_standing, foresee) => {
    await foresee(configuration)
    const calls = await openCallCounter({ folder: callsFolder, clock, log, disk: seen })
    return ok({ configuration, calendar: calendarWith(calls), calls })
  }
  const panel = createDoorPanel({
    clock,
    log,
    journal,
    rate: 1,
    identity: { name: 'tablet', code: 'K7M2QX' },
    // Of time that passes here there is much: nobody looks in vain at a file.
    followConfiguration: () => () => undefined,
    admin,
    setUp,
    lastReading: {
      ...lastReading,
      clocks: () => ({ wall: tabletTime.source.wall(), boot: bootAt(parts.time) }),
    },
    tablet: { locale: 'en-US', timeZone: zone },
  })
  const page = createPage({ dice, after, panel: () => panel, onPaint: watcher.painted })
  panel.onSnapshot((snapshot) => {
    if (life.isAlive()) page.show(snapshot)
  })
  return { life, clock, tabletTime, panel, page }
}

const logTo = ({ logged }: Watcher): Log => {
  const tell = (event: string, facts: Readonly<Record<string, unknown>> = {}): void => logged(event, facts)
  return { info: tell, warn: tell, error: tell }
}
