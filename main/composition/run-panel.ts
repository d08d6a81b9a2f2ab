import { randomUUID } from 'node:crypto'
import { app, type BrowserWindow, ipcMain, powerMonitor, type WebContents } from 'electron'
import { createEngine } from '../../engine/engine.ts'
import type { DoorPanel } from '../../engine/door-panel/door-panel.ts'
import type { CallCounter, Clock, ConfigurationSource, Supervisor } from '../../engine/ports.ts'
import type { Locale } from '../../shared/languages/locales.ts'
import { snapshotChannel } from '../../shared/ipc/channels.ts'
import type { Snapshot } from '../../shared/snapshot/snapshot.ts'
import {
  placeToWrite,
  readConfiguration as readConfigurationIn,
} from '../adapters/configuration/configuration-file.ts'
import { createConfigurationPlace } from '../adapters/configuration/configuration-place.ts'
import { tabletSettings } from '../adapters/configuration/tablet-settings.ts'
import { createStatusWriter, type StatusBeside, statusFilesIn } from '../adapters/disk/status-file.ts'
import { createSystemd } from '../adapters/tablet/systemd.ts'
import { createTabletIdentity } from '../adapters/tablet/tablet-identity.ts'
import type { CommandLine } from '../cli/command-line.ts'
import { serve } from '../ipc/serve.ts'
import { createBrand } from '../window/brand.ts'
import { keepPicture } from '../window/keep-picture.ts'
import { reveal } from '../window/kiosk-window.ts'
import { isCallOf } from '../window/lock.ts'
import type { PageKeeper } from '../window/page-keeper.ts'
import { createPagePulse, type PagePulse, pulseInterval } from '../window/page-pulse.ts'
import { createSight, type Sight } from '../window/sight.ts'
import { watchTouches } from '../window/touch-watch.ts'
import { createAdminOutside } from './admin-outside.ts'
import { displayOf } from './display-of.ts'
import { doorCalendars } from './door-calendars.ts'
import { demoSource, doorSource } from './door-source.ts'
import { keepPage } from './keep-page.ts'
import { createOrderHandlers } from './order-handlers.ts'
import {
  callsIn,
  journalIn,
  lastReadingIn,
  orderParts,
  type Outside,
  type PanelOutside,
  diagnosisInputIn,
  placesOf,
  reservationsIn,
} from './outside.ts'
import { inRealTime } from './real-time.ts'
import { createStatusTeller, type StatusTeller } from './tell-status.ts'

/** Runs the panel until it ends. */
export async function runPanel(here: Outside, options: CommandLine): Promise<void> {
  const { clock, log } = here
  const folder = app.getPath('userData')
  const tablet = tabletSettings(app.getPreferredSystemLanguages())
  const identity = createTabletIdentity()
  const rate = options.demo?.speed ?? 1
  const brand = createBrand()
  const supervisor = createSystemd({ environment: process.env, clock, log })
  const status = { ...here, files: statusFilesIn(folder), version: app.getVersion() }
  const teller = createStatusTeller((onRefused) => createStatusWriter({ ...status, onRefused }), clock)
  const kept = {
    teller,
    ...(await keepPage({
      ...here,
      options,
      supervisor,
      brandFile: brand.fileOf,
      tablet: identity,
      tellSupport: teller.support,
    })),
  }
  const { outside, configuration, calls } = await surroundings(here, options, tablet.locale)
  const diagnosisInput = async () => diagnosisInputIn(outside, await configuration.read(), true, calls)
  const admin = createAdminOutside({ ...outside, folder, diagnosisInput })
  const source = options.demo
    ? demoSource(configuration)
    : doorSource({ ...here, configuration, folder, orderParts: () => orderParts(here, options, calls) })
  const calendars = doorCalendars(outside, calls, here.vault)
  const panel = createEngine({
    clock,
    log,
    random: Math.random,
    rate,
    tablet,
    identity: () => ({ ...identity(), version: app.getVersion() }),
    admin,
    ...source,
    ...(calls && { calls }),
    vault: outside.vault,
    calendarFor: calendars.calendarFor,
    journal: journalIn(folder),
    configuration: brand.learningFrom(source.configuration),
    booking: { store: reservationsIn(folder), newId: randomUUID },
    orderHandlers: createOrderHandlers({ ...here, ...kept, rate, supervisor, diagnosisInput }),
    // The demo's day is another one at each start.
    ...(options.demo === undefined && { lastReading: lastReadingIn(folder, here) }),
  })
  powerMonitor.on('resume', () => {
    clock.wake()
    panel.interrupt()
  })
  app.on('before-quit', () => {
    panel.stop()
    // If the program ends before, the broker says so some seconds later.
    void calendars.close()
  })
  beAlive(panel, kept, supervisor, here, options)
}

/** Shows the panel, and keeps reporting its state and that its page lives. */
function beAlive(
  panel: DoorPanel,
  kept: Kept,
  supervisor: Supervisor,
  here: Outside,
  options: CommandLine,
): void {
  const { clock, log } = here
  const rate = options.demo?.speed ?? 1
  const realTime = inRealTime(clock, rate)
  const pulse = createPagePulse(clock, supervisor.isAlive)
  const display = displayOf({ window: kept.window, clock: realTime, log })
  const sight = createSight({ display, log, onSeen: panel.painted })
  const beside = (): StatusBeside => besideOf({ pulse, sight, panel })
  const tellDoor = kept.teller.door({ ...kept, beside, doubtDisk: panel.doubtDisk })
  panel.onSnapshot(tellDoor)
  const page = showPanel({ panel, pulse, sight, ...kept }, { ...here, realTime }, options)
  const stopPulse = pulse.start(pulseInterval(supervisor.patience) * rate, () => {
    const snapshot = panel.current()
    push(page, snapshot)
    tellDoor(snapshot)
    if (panel.mayRestartPage(kept.keeper.age())) kept.keeper.renew()
  })
  page.on('destroyed', stopPulse)
}

function besideOf({ pulse, sight, panel }: Pick<Shown, 'pulse' | 'sight' | 'panel'>): StatusBeside {
  const [pageAt, unreachable, calm] = [pulse.lastAt(), sight.obstacle(), panel.calm()]
  return {
    ...(pageAt !== undefined && { pageAt }),
    ...(unreachable && { unreachable }),
    ...(calm && { calm }),
  }
}

interface Kept {
  readonly window: BrowserWindow
  readonly keeper: PageKeeper
  readonly teller: StatusTeller
}

interface Shown extends Kept {
  readonly panel: DoorPanel
  readonly pulse: PagePulse
  readonly sight: Sight
}

interface ShownIn extends Outside {
  readonly realTime: Pick<Clock, 'after'>
}

function showPanel(
  { panel, pulse, sight, window, keeper }: Shown,
  { clock, realTime, log }: ShownIn,
  { demo, picture }: CommandLine,
): WebContents {
  const page = window.webContents
  serve({
    ipcMain,
    isOurPage: isCallOf(page),
    handlers: {
      current: async () => {
        await panel.hasBegun
        // Chromium does not always paint a hidden window, so the window is shown first. Until the first
        // picture it stays dark.
        reveal(window, demo === undefined)
        return panel.current()
      },
      touch: panel.touch,
      painted: (shown) => {
        pulse.answered()
        keeper.painted()
        return sight.painted(shown)
      },
      pageFailed: keeper.failed,
      checkIn: ({ bookingId }) => panel.checkIn(bookingId),
      endMeeting: ({ bookingId }) => panel.endMeeting(bookingId),
      book: ({ pin, ...wish }) => panel.book(wish, pin),
      findRooms: () => panel.findRooms(),
      ...panel.admin,
    },
    clock,
    log,
  })
  watchTouches(page, panel.touchSeen)
  const stopPushing = panel.onSnapshot((snapshot) => push(page, snapshot))
  window.on('closed', stopPushing)
  keeper.onLoss(panel.interrupt)
  keeper.showDoor()
  if (picture !== undefined) {
    const onTruth = (): void => (picture.once ? app.exit(0) : undefined)
    const occupancy = () => (keeper.shown() === 'door' ? panel.occupancy() : 'unknown')
    const { file, once: onlyTruth } = picture
    keepPicture({ window, occupancy, clock: realTime, log, file, onlyTruth, onTruth })
    if (picture.once) realTime.after(pictureLimit, () => app.exit(1))
  }
  return page
}

/** Sends a snapshot to the page. A lost page asks for the snapshot itself once it is back. */
function push(page: WebContents, snapshot: Snapshot): void {
  if (!page.isCrashed()) page.send(snapshotChannel, snapshot)
}

/** How long `--once` waits for a true picture, ms. */
const pictureLimit = 60_000

interface Surroundings {
  readonly outside: PanelOutside
  readonly configuration: Pick<ConfigurationSource, 'read' | 'place'>
  readonly calls?: CallCounter
}

/** The panel's outside and its configuration: this tablet's, or the demo's, whose calls are not counted. */
async function surroundings(outside: Outside, options: CommandLine, locale: Locale): Promise<Surroundings> {
  if (options.demo === undefined) {
    const places = placesOf(options)
    const calls = await callsIn(app.getPath('userData'), outside)
    const configuration = {
      read: () => readConfigurationIn(places),
      place: () => createConfigurationPlace(placeToWrite(places)),
    }
    return { outside, configuration, calls }
  }
  // Loaded only here, so that a panel at a door has no simulator in its memory.
  const { createDemo } = await import('./demo.ts')
  const { readConfiguration, place, vault, http } = createDemo(outside.clock, locale)
  const demo: PanelOutside = { ...outside, vault, http: outside.answers.of(http) }
  return { outside: demo, configuration: { read: readConfiguration, place: () => place } }
}
