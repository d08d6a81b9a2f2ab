import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { app, ipcMain, net, powerMonitor, session, type WebContents } from 'electron'
import type { Configuration } from '../shared/config/configuration.ts'
import { snapshotChannel } from '../shared/ipc/channels.ts'
import { ok, type Result } from '../shared/result.ts'
import { configurationPlaces, placeToWrite, readConfiguration } from './adapters/configuration-file.ts'
import { openCallCounter } from './adapters/call-counter-file.ts'
import { createConfigurationPlace } from './adapters/configuration-place.ts'
import { createHttp } from './adapters/fetch-http.ts'
import { createFileLog } from './adapters/file-log.ts'
import { createKeytarVault } from './adapters/keytar-vault.ts'
import { createJournalFile } from './adapters/journal-file.ts'
import { createNetwork } from './adapters/network.ts'
import type { ServerClock } from './adapters/server-clock.ts'
import { createStorage } from './adapters/storage.ts'
import { createSystemd } from './adapters/systemd.ts'
import { createSystemClock } from './adapters/system-clock.ts'
import { createStatusWriter, readStatus, statusFileIn } from './adapters/status-file.ts'
import { tabletSettings } from './adapters/tablet-settings.ts'
import { type Command, type CommandLine, parseCommandLine, usage } from './cli/command-line.ts'
import { needsNoDisplay, runWithoutDisplay } from './cli/without-display.ts'
import { createDoorPanel, type DoorPanel, type DoorPanelParts } from './door-panel.ts'
import { createFeishuCalendar, type FeishuDependencies } from './feishu/feishu-calendar.ts'
import { createFeishuProbe } from './feishu/feishu-probe.ts'
import { serve } from './ipc/serve.ts'
import type { CallCounter, Http, Journal, Log, RoomCalendar, Vault, VaultProblem } from './ports.ts'
import { setUp } from './set-up.ts'
import { type BrandFile, registerPageScheme, servePage } from './window/app-page.ts'
import { createBrand } from './window/brand.ts'
import { keepPicture } from './window/keep-picture.ts'
import { createPagePulse, type PagePulse, pulseInterval } from './window/page-pulse.ts'
import { openKioskWindow } from './window/kiosk-window.ts'
import { denyPermissions, isCallOf, lockPage } from './window/lock.ts'

/** The composition root: the only place where adapters are made and handed to each other. */

interface Outside {
  readonly clock: ServerClock
  readonly log: Log
  readonly vault: Vault
  readonly http: Http
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
  return {
    clock,
    log,
    vault: createKeytarVault({ clock }),
    http: createHttp((url, request) => net.fetch(url, request)),
  }
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

async function runPanel(outside: Outside, options: CommandLine): Promise<void> {
  const { clock, log } = outside
  const tablet = tabletSettings(app.getPreferredSystemLanguages())
  const rate = options.demo?.speed ?? 1
  const prepare = await (options.demo ? demoSetUp(outside, tablet.locale) : doorSetUp(outside, options))
  const journal = journalIn(app.getPath('userData'))
  const brand = createBrand()
  const { random } = Math
  const panel = createDoorPanel({
    clock,
    log,
    journal,
    rate,
    tablet,
    random,
    setUp: brand.learningFrom(prepare),
  })
  powerMonitor.on('resume', () => {
    clock.wake()
    panel.interrupt()
  })
  app.on('window-all-closed', () => app.quit())
  app.on('before-quit', panel.stop)
  const supervisor = createSystemd({ environment: process.env, clock, log })
  const pulse = createPagePulse(clock, supervisor.isAlive)
  const writeStatus = createStatusWriter(statusFileIn(app.getPath('userData')), log, pulse.lastAt)
  panel.onSnapshot(writeStatus)
  const page = showPanel(panel, pulse, brand.fileOf, outside, options)
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

type Prepare = DoorPanelParts['setUp']

async function doorSetUp(outside: Outside, options: CommandLine): Promise<Prepare> {
  const places = placesOf(options)
  const calls = await callsIn(app.getPath('userData'), outside)
  return () =>
    setUp({
      readConfiguration: () => readConfiguration(places),
      vault: outside.vault,
      calendarFor: (configuration, readSecret) => calendarFor(outside, configuration, readSecret, calls),
      calls,
    })
}

async function demoSetUp(outside: Outside, locale: Configuration['locale']): Promise<Prepare> {
  // Loaded only here, so that the panel at a door carries no simulator in its memory.
  const { createDemo } = await import('./demo.ts')
  const { configuration, appSecret, http } = createDemo(outside.clock, locale)
  const calendar = calendarFor({ ...outside, http }, configuration, async () => ok(appSecret))
  return async () => ok({ configuration, calendar })
}

async function runProvision(outside: Outside, options: CommandLine): Promise<void> {
  const { provision } = await import('./cli/provision.ts')
  const status = await provision(await text(process.stdin), {
    ...outside,
    probeFor: (configuration, appSecret) =>
      createFeishuProbe(feishuFor(outside, configuration, async () => ok(appSecret))),
    timeZone: tabletSettings([]).timeZone,
    place: createConfigurationPlace(placeToWrite(placesOf(options))),
    say,
  })
  app.exit(status)
}

async function runDoctor(outside: Outside, options: CommandLine): Promise<void> {
  const { doctor } = await import('./cli/doctor.ts')
  const { clock, vault } = outside
  const folder = app.getPath('userData')
  const isThere = isRunning()
  // A look may take a while, and must not keep a panel from starting.
  app.releaseSingleInstanceLock()
  const status = await doctor({
    configuration: await readConfiguration(placesOf(options)),
    vault,
    network: createNetwork({ clock, resolveProxy }),
    probeFor: (configuration) =>
      createFeishuProbe(feishuFor(outside, configuration, () => vault.read(configuration.feishu.appId))),
    clock,
    timeZone: tabletSettings([]).timeZone,
    journal: journalIn(folder),
    callsSpent: (await callsIn(folder, outside)).spentOf,
    storage: createStorage({ folder, journalFolder: journalFolderIn(folder) }),
    isRunning: isThere,
    shown: await readStatus(statusFileIn(folder)),
    asJson: options.json === true,
    say,
  })
  app.exit(status)
}

/** A session that has just begun answers DIRECT to the first question, whatever is set (seen in Electron 33). */
async function resolveProxy(url: string): Promise<string> {
  await session.defaultSession.resolveProxy(url)
  return session.defaultSession.resolveProxy(url)
}

async function runStatus(outside: Outside, options: CommandLine): Promise<void> {
  const { status } = await import('./cli/status.ts')
  const folder = app.getPath('userData')
  const shown = await readStatus(statusFileIn(folder))
  const configuration = await readConfiguration(placesOf(options))
  const { spentOf } = await callsIn(folder, outside)
  const parts = { isRunning: isRunning(), shown, journal: journalIn(folder), configuration }
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

type ReadSecret = () => Promise<Result<string, VaultProblem>>

const calendarFor = (
  outside: Outside,
  configuration: Configuration,
  readSecret: ReadSecret,
  counter?: CallCounter,
): RoomCalendar =>
  createFeishuCalendar({
    ...feishuFor(outside, configuration, readSecret),
    ...(counter && { quota: { ...configuration.budget, counter } }),
  })

const feishuFor = (
  { http, clock, log }: Outside,
  { feishu, room }: Configuration,
  readSecret: ReadSecret,
): FeishuDependencies => ({
  ...feishu,
  roomId: room.id,
  http,
  clock,
  log,
  random: Math.random,
  readSecret,
})

const placesOf = ({ config }: CommandLine): readonly string[] =>
  configurationPlaces(config ?? (process.env['ROOM_PANEL_CONFIG'] || undefined), app.getPath('userData'))
