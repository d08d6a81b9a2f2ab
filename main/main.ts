import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { app, ipcMain, net, powerMonitor, type WebContents } from 'electron'
import type { Configuration } from '../shared/config/configuration.ts'
import { minutes } from '../shared/domain/time.ts'
import { snapshotChannel } from '../shared/ipc/channels.ts'
import { ok } from '../shared/result.ts'
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
import { createSystemClock } from './adapters/system-clock.ts'
import { createStatusWriter, readStatus, statusFileIn } from './adapters/status-file.ts'
import { tabletSettings } from './adapters/tablet-settings.ts'
import { createAdminOutside } from './admin-outside.ts'
import { type Command, type CommandLine, parseCommandLine, usage } from './cli/command-line.ts'
import type { Patient } from './cli/doctor.ts'
import { needsNoDisplay, runWithoutDisplay } from './cli/without-display.ts'
import { createDoorPanel, type DoorPanel } from './door-panel.ts'
import { createFeishuCalendar, type FeishuDependencies } from './feishu/feishu-calendar.ts'
import { createFeishuProbe } from './feishu/feishu-probe.ts'
import { createLastAnswers, type LastAnswers } from './feishu/last-answers.ts'
import { serve } from './ipc/serve.ts'
import { patientOn } from './patient.ts'
import type { CalendarProbe, Http, Journal, Log, RoomCalendar, Vault } from './ports.ts'
import { setUp } from './set-up.ts'
import { registerPageScheme, servePage } from './window/app-page.ts'
import { keepPicture } from './window/keep-picture.ts'
import { createPagePulse, type PagePulse } from './window/page-pulse.ts'
import { openKioskWindow } from './window/kiosk-window.ts'
import { denyPermissions, isCallOf, lockPage } from './window/lock.ts'

/** The composition root: the only place where adapters are made and handed to each other. */

interface Outside {
  readonly clock: ServerClock
  readonly log: Log
  readonly vault: Vault
  readonly http: Http
  readonly answers: LastAnswers
}

/** The same for the panel, which only reads the keyring; the demo has a keyring and an HTTP of its own. */
type PanelOutside = Omit<Outside, 'vault'> & { readonly vault: Pick<Vault, 'read'> }

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
  const { outside, readConfiguration } = await surroundings(here, options, tablet.locale)
  const journal = journalIn(folder)
  const admin = createAdminOutside({
    ...outside,
    folder,
    patient: async () => patientIn(outside, await readConfiguration(), true),
  })
  const panel = createDoorPanel({
    clock,
    log,
    journal,
    rate,
    tablet,
    admin,
    setUp: () => setUp({ readConfiguration, vault: outside.vault, calendarFor: calendarsOf(outside) }),
  })
  powerMonitor.on('resume', () => {
    clock.wake()
    panel.interrupt()
  })
  app.on('window-all-closed', () => app.quit())
  app.on('before-quit', panel.stop)
  const pulse = createPagePulse(clock)
  const writeStatus = createStatusWriter(statusFileIn(folder), log, pulse.lastAt)
  panel.onSnapshot(writeStatus)
  const page = showPanel(panel, pulse, here, options)
  const stopPulse = pulse.start(minutes(1) * rate, () => {
    const snapshot = panel.current()
    page.send(snapshotChannel, snapshot)
    writeStatus(snapshot)
  })
  page.on('destroyed', stopPulse)
}

function showPanel(
  panel: DoorPanel,
  pulse: PagePulse,
  { clock, log }: Outside,
  { demo, picture }: CommandLine,
): WebContents {
  servePage(join(import.meta.dirname, '../renderer'))
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

/** The panel's outside and its configuration: those of this tablet, or the demo's. */
async function surroundings(outside: Outside, options: CommandLine, locale: Configuration['locale']) {
  if (options.demo === undefined) {
    const places = placesOf(options)
    return { outside, readConfiguration: () => readConfigurationIn(places) }
  }
  // Loaded only here, so that the panel at a door carries no simulator in its memory.
  const { createDemo } = await import('./demo.ts')
  const { configuration, vault, http } = createDemo(outside.clock, locale)
  const demo: PanelOutside = { ...outside, vault, http: outside.answers.of(http) }
  return { outside: demo, readConfiguration: async () => ok(configuration) }
}

async function runProvision(outside: Outside, options: CommandLine): Promise<void> {
  const { provision } = await import('./cli/provision.ts')
  const status = await provision(await text(process.stdin), {
    ...outside,
    probeFor: (configuration, appSecret) => probeFor(outside, configuration, async () => ok(appSecret)),
    timeZone: tabletSettings([]).timeZone,
    place: createConfigurationPlace(placeToWrite(placesOf(options))),
    say,
  })
  app.exit(status)
}

async function runDoctor(outside: Outside, options: CommandLine): Promise<void> {
  const { doctor } = await import('./cli/doctor.ts')
  const isThere = isRunning()
  // A look may take a while, and must not keep a panel from starting.
  app.releaseSingleInstanceLock()
  const patient = await patientIn(outside, await readConfigurationIn(placesOf(options)), isThere)
  app.exit(await doctor({ ...patient, asJson: options.json === true, say }))
}

const patientIn = (
  outside: PanelOutside,
  configuration: Patient['configuration'],
  isThere: boolean,
): Promise<Patient> =>
  patientOn({
    ...outside,
    configuration,
    probeFor: (found) => probeFor(outside, found, () => outside.vault.read(found.feishu.appId)),
    journal: journalIn(app.getPath('userData')),
    folder: app.getPath('userData'),
    journalFolder: journalFolderIn(app.getPath('userData')),
    isRunning: isThere,
  })

async function runStatus(_outside: Outside, { json }: CommandLine): Promise<void> {
  const { status } = await import('./cli/status.ts')
  const folder = app.getPath('userData')
  const shown = await readStatus(statusFileIn(folder))
  app.exit(
    await status({ isRunning: isRunning(), shown, journal: journalIn(folder), asJson: json === true, say }),
  )
}

async function runClearSeriesGuard(): Promise<void> {
  const { clearSeriesGuard } = await import('./cli/clear-series-guard.ts')
  const journal = journalIn(app.getPath('userData'))
  app.exit(await clearSeriesGuard({ isRunning: isRunning(), journal, say }))
}

/** A panel holds the lock of its folder as long as it lives; where there is none, this command holds it now. */
const isRunning = (): boolean => !app.requestSingleInstanceLock()

const say = (line: string): void => void process.stdout.write(`${line}\n`)

const journalFolderIn = (folder: string): string => join(folder, 'journal')

const journalIn = (folder: string): Journal => createJournalFile({ folder: journalFolderIn(folder) })

const calendarsOf =
  (outside: PanelOutside) =>
  (configuration: Configuration, readSecret: FeishuDependencies['readSecret']): RoomCalendar =>
    createFeishuCalendar(feishuFor(outside, configuration, readSecret))

const probeFor = (
  outside: PanelOutside,
  configuration: Configuration,
  readSecret: FeishuDependencies['readSecret'],
): CalendarProbe => createFeishuProbe(feishuFor(outside, configuration, readSecret))

const feishuFor = (
  { http, clock, log }: PanelOutside,
  { feishu, room }: Configuration,
  readSecret: FeishuDependencies['readSecret'],
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
