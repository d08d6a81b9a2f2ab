import { feishuCalendars } from '../../../engine/calendars/feishu/feishu-for.ts'
import { asDirect, onlyDirect } from '../../support/line/only-direct.ts'
import { createEngine } from '../../../engine/engine.ts'
import type { DoorPanel } from '../../../engine/door-panel/door-panel.ts'
import type { Cancel, FollowConfiguration, Http, HttpRequest, Journal, Log } from '../../../engine/ports.ts'
import { createServerClock, type ServerClock } from '../../../main/adapters/clock/server-clock.ts'
import { openCallCounter } from '../../../main/adapters/disk/call-counter-file.ts'
import type { Disk } from '../../../main/adapters/disk/disk.ts'
import { createJournalFile } from '../../../main/adapters/disk/journal-file.ts'
import { createReservationsFile } from '../../../main/adapters/disk/reservations-file.ts'
import type { Configuration } from '../../../shared/config/configuration.ts'
import { ok } from '../../../shared/result.ts'
import type { Snapshot } from '../../../shared/snapshot/snapshot.ts'
import type { World } from '../../../simulator/world.ts'
import type { MemoryAdmin } from '../../support/memory/memory-admin.ts'
import type { MemoryLastReading } from '../../support/memory/memory-last-reading.ts'
import { vaultWith } from '../../support/memory/vault-with.ts'
import type { Dice } from '../time/dice.ts'
import type { TrueTime } from '../time/true-time.ts'
import type { Between } from './between.ts'
import { createLife, type Life } from './life.ts'
import { type Call, createLine } from './line.ts'
import type { LossyDisk, Step } from './lossy-disk.ts'
import { createPage, type Page } from './page.ts'
import { createTabletTime, type TabletTime } from './tablet-time.ts'

export const journalFolder = '/var/lib/room-panel'
const callsFolder = '/var/lib/room-panel/calls'
export const journalPath = `${journalFolder}/journal.json`
export const reservationsPath = `${journalFolder}/reservations.json`

/** One life of the panel's program, with its page. */
export interface Program {
  readonly life: Life
  readonly clock: ServerClock
  readonly tabletTime: TabletTime
  readonly panel: DoorPanel
  readonly page: Page
  /** The program looks into its configuration. */
  readonly follow: Follow
}

type Follow = Parameters<FollowConfiguration>[0]

/** Who watches what a tablet does, from the outside. */
export interface Watcher {
  readonly started: () => void
  readonly painted: (snapshot: Snapshot) => void
  /** What people can see or touch may be other than before. */
  readonly sightChanged: () => void
  readonly requested: (request: HttpRequest) => Call
  readonly logged: (event: string, facts: Readonly<Record<string, unknown>>) => void
  readonly journalRead: (text: string | undefined) => void
}

export interface ProgramParts {
  /** What is written into the configuration by now. */
  readonly written: () => Configuration
  readonly world: World
  readonly between: Between
  readonly appSecret: string
  readonly time: TrueTime
  readonly dice: Dice
  readonly watcher: Watcher
  /** How far the tablet's time runs ahead of the true one, ms. */
  readonly wrongBy: number
  readonly zone: string
  /** For bookings at the door alone, so that worlds without them go on as they did. */
  readonly bookingDice: Dice
  /** These three outlive the programs on a tablet. */
  readonly disk: LossyDisk
  readonly lastReading: MemoryLastReading
  readonly admin: MemoryAdmin
}

export async function startProgram(parts: ProgramParts): Promise<Program> {
  const { dice, watcher, zone, lastReading, admin } = parts
  const life = createLife()
  const tabletTime = createTabletTime(parts.time, parts.wrongBy)
  const tablet = tabletOf(parts, life, tabletTime)
  const { clock, log, after, disk } = tablet
  const journal = journalOn(disk, watcher)
  let follow: Follow = async () => undefined
  watcher.started()
  const calls = await openCallCounter({ folder: callsFolder, clock, log, disk })
  const panel = createEngine({
    clock,
    log,
    random: dice.next,
    rate: 1,
    journal,
    calls,
    admin,
    identity: () => ({ name: 'tablet', code: 'K7M2QX' }),
    configuration: {
      read: async () => ok(parts.written()),
      // Reading the file every 30 s of so many days would take most of the simulation's time.
      follow: (take) => {
        follow = take
        return () => undefined
      },
      place: admin.configuration.place,
    },
    vault: vaultWith(asDirect(parts.written()).feishu, parts.appSecret),
    calendarFor: onlyDirect(
      feishuCalendars({ http: lineFrom(parts, life, after), clock, log, random: dice.next, calls }),
    ),
    lastReading: {
      ...lastReading,
      clocks: () => ({ wall: tabletTime.source.wall(), boot: bootAt(parts.time) }),
    },
    tablet: { locale: 'en-US', timeZone: zone },
    booking: {
      store: createReservationsFile({ folder: journalFolder, disk: tablet.reservationsDisk }),
      newId: () => uuidFrom(parts.bookingDice),
    },
  })
  const page = createPage({
    dice,
    after,
    panel: () => panel,
    log,
    onPaint: watcher.painted,
    onSight: watcher.sightChanged,
  })
  panel.onSnapshot((snapshot) => {
    if (life.isAlive()) page.show(snapshot)
  })
  return { life, clock, tabletTime, panel, page, follow: (read) => follow(read) }
}

/** The way to the platform, as long as the program lives. */
const lineFrom = (
  { world, between, dice, watcher }: ProgramParts,
  life: Life,
  after: Outside['after'],
): Http => life.whileAlive<Http>(createLine({ world, between, dice, after, onRequest: watcher.requested }))

/** Programs come and go, and the tablet stays on: its time may be set meanwhile. */
const bootAt = (time: TrueTime) => ({ id: 'the only one', age: time.now() })

/** What a program has of the tablet, as long as it lives. */
interface Outside {
  readonly after: (ms: number, run: () => void) => Cancel
  readonly clock: ServerClock
  readonly log: Log
  readonly disk: Disk
  readonly reservationsDisk: Disk
}

function tabletOf(
  { dice, bookingDice, watcher, disk }: ProgramParts,
  life: Life,
  { source }: TabletTime,
): Outside {
  const after = (ms: number, run: () => void): Cancel => source.after(ms, life.step(run))
  const every = (ms: number, run: () => void): void => source.every(ms, life.step(run))
  const pause = (ms: number): Promise<void> => new Promise((resolve) => void after(ms, resolve))
  // Most steps of a disk take no time that anything else could come in between.
  const stepOf =
    (by: Dice): Step =>
    (act) =>
      life.doAfter(by.chance(0.3) ? pause(by.between(1, 6)) : undefined, act)
  return {
    after,
    clock: createServerClock({ ...source, after, every }),
    log: logTo(watcher),
    disk: disk.through(stepOf(dice)),
    reservationsDisk: disk.through(stepOf(bookingDice)),
  }
}

/** A random UUID's shape: 32 hexadecimal digits and four dashes. */
const uuidFrom = ({ next }: Dice): string =>
  'xxxxxxxx-xxxx-4xxx-8xxx-xxxxxxxxxxxx'.replaceAll('x', () => Math.floor(next() * 16).toString(16))

const logTo = ({ logged }: Watcher): Log => {
  const tell = (event: string, facts: Readonly<Record<string, unknown>> = {}): void => logged(event, facts)
  return { info: tell, warn: tell, error: tell }
}

const journalOn = (disk: Disk, { journalRead }: Watcher): Journal =>
  createJournalFile({
    folder: journalFolder,
    disk: {
      ...disk,
      async read(path) {
        const text = await disk.read(path)
        journalRead(text)
        return text
      },
    },
  })
