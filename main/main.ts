import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { app, ipcMain, net, powerMonitor, type WebContents } from 'electron'
import { snapshotChannel } from '../shared/ipc/channels.ts'
import type { Locale } from '../shared/domain/locale.ts'
import { ok } from '../shared/result.ts'
import { openCallCounter } from './adapters/call-counter-file.ts'
import {
  configurationPlaces,
  placeToWrite,
  readConfiguration as readConfigurationIn,
} from './adapters/configuration-file.ts'
import { createConfigurationPlace } from './adapters/configuration-place.ts'
import { createHttp } from './adapters/fetch-http.ts'
import { createFileLog } from './adapters/file-log.ts'
import { createKeytarVault } from './adapters/keytar-vault.ts'
import { createJournalFile } from './adapters/journal-file.ts'
import type { ServerClock } from './adapters/server-clock.ts'
import { createSystemd } from './adapters/systemd.ts'
import { createSystemClock } from './adapters/system-clock.ts'
import { createStatusWriter, readStatus, statusFileIn } from './adapters/status-file.ts'
import { tabletIdentity } from './adapters/tablet-identity.ts'
import { tabletSettings } from './adapters/tablet-settings.ts'
import { createAdminOutside } from './admin-outside.ts'
import { type Command, type CommandLine, parseCommandLine, usage } from './cli/command-line.ts'
import type { OrderParts } from './cli/carry-out-order.ts'
import type { Patient } from './cli/doctor.ts'
import { needsNoDisplay, runWithoutDisplay } from './cli/without-display.ts'
import { createDoorPanel, type DoorPanel } from './door-panel.ts'
import { demoSource, doorSource } from './door-source.ts'
import { calendarsOf, type FeishuOutside, probeFor } from './feishu-outside.ts'
import { createLastAnswers, type LastAnswers } from './feishu/last-answers.ts'
import { serve } from './ipc/serve.ts'
import { patientOn } from './patient.ts'
import type { CallCounter, Http, Journal, Log, Vault } from './ports.ts'
import { type BrandFile, registerPageScheme, servePage } from './window/app-page.ts'
import { createBrand } from './window/brand.ts'
import { keepPicture } from './window/keep-picture.ts'
import { createPagePulse, type PagePulse, pulseInterval } from './window/page-pulse.ts'
import { openKioskWindow } from './window/kiosk-window.ts'
import { denyPermissions, isCallOf, lockPage } from './window/lock.ts'

/** The composition root, with admin-outside.ts, feishu-outside.ts and door-source.ts: only here adapters are made. */

interface Outside {
  readonly clock: ServerClock
  readonly log: Log
  readonly vault: Vault
  readonly http: Http
  readonly answers: LastAnswers
}

begin(process.argv.slice(app.isPackaged ? 1 : 2))

function begin(args: readonly string[]): void {
  const commandLine = parseCommandLine(args)
  if (!commandLine.ok) return leave(2, `${commandLine.error}\n${usage}`)
  const options = commandLine.value
  if (options.command !== 'panel' && !needsNoDisplay(args))
    process.exit(runWithoutDisplay(process.argv.slice(1)))
  app.setName('room-panel')
  if (options.userData !== undefined) app.setPath('userData', resolve(options.userData))
  if (options.command === 'panel' && !app.requestSingleInstanceLock())
    return leave(1, `A panel with the folder ${app.getPath('userData')} is running already.`)
  registerPageScheme()
  // Requests would share one connection in spite of `Connection: close`, and then Chromium repeats them (fetch-http.ts).
  for (const protocol of ['http2', 'quic']) app.commandLine.appendSwitch(`disable-${protocol}`)
  const outside = makeOutside(options)
  // Not awaited at the top of the file: Electron is ready only once this file has run to its end.
  void app.whenReady().then(() => run[options.command](outside, options))
}

const run: Readonly<Record<Command, (outside: Outside, options: CommandLine) => Promise<void>>> = {
  panel: runPanel,
  provision: runProvision,
  doctor: runDoctor,
  status: runStatus,
  'clear-series-guard': runClearSeriesGuard,
  fleet: runFleetPlan,
}

function leave(status: number, sentence: string): void {
  process.stderr.write(`${sentence}\n`)
  app.exit(status)
}

function makeOutside({ command, demo }: CommandLine): Outside {
  const clock = createSystemClock(demo?.speed)
  const log = createFileLog({ folder: join(app.getPath('userData'), 'logs'), clock })
  const onDefect = (cause: unknown): void => giveUp(log, command, cause)
  process.on('uncaughtException', onDefect)
  process.on('unhandledRejection', onDefect)
  const answers = createLastAnswers(clock)
  const http = answers.of(createHttp((url, request) => net.fetch(url, request)))
  return { clock, log, vault: createKeytarVault({ clock }), http, answers }
}

/**
 * A defect of ours: what is on the screen may no longer follow the world, so a panel begins anew, without a dialog. One
 * that has just begun does not, lest it begin for ever.
 */
function giveUp(log: Log, command: Command, cause: unknown): void {
  log.error('gave-up', { command, cause })
  if (command === 'panel' && process.uptime() > 60) app.relaunch()
  app.exit(1)
}

async function runPanel(here: Outside, options: CommandLine): Promise<void> {
  const { clock, log } = here
  const folder = app.getPath('userData')
  const tablet = tabletSettings(app.getPreferredSystemLanguages())
  const rate = options.demo?.speed ?? 1
  const { outside, readConfiguration, calls } = await surroundings(here, options, tablet.locale)
  const journal = journalIn(folder)
  const admin = createAdminOutside({
    ...outside,
    folder,
    patient: async () => patientIn(outside, await readConfiguration(), true, calls),
  })
  const brand = createBrand()
  const { random } = Math
  const sourceParts = { ...outside, readConfiguration, calls, calendarFor: calendarsOf(outside, calls) }
  const source = options.demo
    ? demoSource(sourceParts)
    : doorSource({ ...sourceParts, folder, orderParts: () => orderParts(here, options) })
  const own = { rate, tablet, identity: tabletIdentity(), random }
  const panel = createDoorPanel({ clock, log, journal, admin, ...own, ...brand.learningFrom(source) })
  powerMonitor.on('resume', () => {
    clock.wake()
    panel.interrupt()
  })
  app.on('window-all-closed', () => app.quit())
  app.on('before-quit', panel.stop)
  const supervisor = createSystemd({ environment: process.env, clock, log })
  const pulse = createPagePulse(clock, supervisor.isAlive)
  const writeStatus = createStatusWriter(statusFileIn(folder), log, pulse.lastAt)
  panel.onSnapshot(writeStatus)
  const page = showPanel(panel, pulse, brand.fileOf, here, options)
  const stopPulse = pulse.start(pulseInterval(supervisor.patience) * rate, () => {
    const snapshot = panel.current()
    page.send(snapshotChannel, snapshot)
    writeStatus(snapshot)
  })
  page.on('destroyed', stopPulse)
}

function showPanel(
  panel: DoorPanel,
  pulse: PagePulse,
  brandFile: BrandFile,
  { clock, log }: Outside,
  { demo, picture }: CommandLine,
): WebContents {
  servePage(join(import.meta.dirname, '../renderer'), brandFile)
  const window = openKioskWindow({ log, clock, isKiosk: demo === undefined, onLoss: panel.interrupt })
  const page = window.webContents
  lockPage(page, log)
  denyPermissions(page.session)
  serve({
    ipcMain,
    isOurPage: isCallOf(page),
    handlers: {
      current: panel.current,
      touch: panel.touch,
      painted: (shown) => {
        pulse.answered()
        panel.painted(shown)
      },
      checkIn: ({ bookingId }) => panel.checkIn(bookingId),
      endMeeting: ({ bookingId }) => panel.endMeeting(bookingId),
      ...panel.admin,
    },
    log,
  })
  const stopPushing = panel.onSnapshot((snapshot) => page.send(snapshotChannel, snapshot))
  window.on('closed', stopPushing)
  if (picture !== undefined) {
    const onTruth = (): void => (picture.once ? app.exit(0) : undefined)
    keepPicture({ window, panel, clock, log, file: picture.file, onTruth })
    if (picture.once) clock.after(pictureLimit * (demo?.speed ?? 1), () => app.exit(1))
  }
  return page
}

/** How long `--once` waits for something true to show, ms. */
const pictureLimit = 60_000

/** The demo has a keyring of its own, which nobody writes to. */
type PanelOutside = Omit<Outside, 'vault'> & FeishuOutside

interface Surroundings {
  readonly outside: PanelOutside
  readonly readConfiguration: () => Promise<Patient['configuration']>
  readonly calls?: CallCounter
}

/** The panel's outside and its configuration: those of this tablet, or the demo's, whose calls nobody counts. */
async function surroundings(outside: Outside, options: CommandLine, locale: Locale): Promise<Surroundings> {
  if (options.demo === undefined) {
    const places = placesOf(options)
    const calls = await callsIn(app.getPath('userData'), outside)
    return { outside, readConfiguration: () => readConfigurationIn(places), calls }
  }
  // Loaded only here, so that the panel at a door carries no simulator in its memory.
  const { createDemo } = await import('./demo.ts')
  const { configuration, vault, http } = createDemo(outside.clock, locale)
  const demo: PanelOutside = { ...outside, vault, http: outside.answers.of(http) }
  return { outside: demo, readConfiguration: async () => ok(configuration) }
}

async function runProvision(outside: Outside, options: CommandLine): Promise<void> {
  const { provision } = await import('./cli/provision.ts')
  app.exit(await provision(await text(process.stdin), { ...orderParts(outside, options), say }))
}

const orderParts = (outside: Outside, options: CommandLine): OrderParts => ({
  ...outside,
  probeFor: (configuration, appSecret) => probeFor(outside, configuration, async () => ok(appSecret)),
  timeZone: tabletSettings([]).timeZone,
  place: createConfigurationPlace(placeToWrite(placesOf(options))),
})

async function runDoctor(outside: Outside, options: CommandLine): Promise<void> {
  const { doctor } = await import('./cli/doctor.ts')
  const isThere = isRunning()
  // A look may take a while, and must not keep a panel from starting.
  app.releaseSingleInstanceLock()
  const calls = await callsIn(app.getPath('userData'), outside)
  const patient = await patientIn(outside, await readConfigurationIn(placesOf(options)), isThere, calls)
  app.exit(await doctor({ ...patient, asJson: options.json === true, say }))
}

const patientIn = (
  outside: PanelOutside,
  configuration: Patient['configuration'],
  isThere: boolean,
  calls?: CallCounter,
): Promise<Patient> =>
  patientOn({
    ...outside,
    configuration,
    probeFor: (found) => probeFor(outside, found, () => outside.vault.read(found.feishu.appId)),
    journal: journalIn(app.getPath('userData')),
    folder: app.getPath('userData'),
    journalFolder: journalFolderIn(app.getPath('userData')),
    isRunning: isThere,
    ...(calls && { callsSpent: calls.spentOf }),
  })

async function runStatus(outside: Outside, options: CommandLine): Promise<void> {
  const { status } = await import('./cli/status.ts')
  const folder = app.getPath('userData')
  const shown = await readStatus(statusFileIn(folder))
  const configuration = await readConfigurationIn(placesOf(options))
  const { spentOf } = await callsIn(folder, outside)
  const tablet = tabletIdentity()
  const parts = { tablet, isRunning: isRunning(), shown, journal: journalIn(folder), configuration }
  app.exit(await status({ ...parts, callsSpent: spentOf, asJson: options.json === true, say }))
}

async function runClearSeriesGuard(): Promise<void> {
  const { clearSeriesGuard } = await import('./cli/clear-series-guard.ts')
  const journal = journalIn(app.getPath('userData'))
  app.exit(await clearSeriesGuard({ isRunning: isRunning(), journal, say }))
}

async function runFleetPlan(_outside: Outside, { fleet }: CommandLine): Promise<void> {
  if (fleet === undefined) return app.exit(2)
  const { planFleet } = await import('./cli/fleet/plan.ts')
  app.exit(await planFleet({ ...fleet, readInput: () => text(process.stdin), say }))
}

/** A panel holds the lock of its folder as long as it lives; where there is none, this command holds it now. */
const isRunning = (): boolean => !app.requestSingleInstanceLock()

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const journalFolderIn = (folder: string): string => join(folder, 'journal')

const journalIn = (folder: string): Journal => createJournalFile({ folder: journalFolderIn(folder) })

const callsIn = (folder: string, { clock, log }: Outside): Promise<CallCounter> =>
  openCallCounter({ folder: join(folder, 'calls'), clock, log })

const placesOf = ({ config }: CommandLine): readonly string[] =>
  configurationPlaces(config ?? (process.env['ROOM_PANEL_CONFIG'] || undefined), app.getPath('userData'))
