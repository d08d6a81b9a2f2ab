import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { app, net } from 'electron'
import { createLastAnswers, type LastAnswers } from '../../engine/calendars/feishu/calls/last-answers.ts'
import { type FeishuPorts, feishuProbes } from '../../engine/calendars/feishu/feishu-for.ts'
import { readDoorSecret } from '../../engine/installation/door-secret.ts'
import { lineProbes } from '../../engine/calendars/line/line-probe.ts'
import { createProxyLogins, type ProxyLogins } from '../../engine/installation/proxy-login.ts'
import type { CallCounter, Http, Journal, LastReading, Log } from '../../engine/ports.ts'
import type { ReservationStore } from '../../engine/reservation-store.ts'
import type { Vault } from '../../engine/secrets.ts'
import { ok } from '../../shared/result.ts'
import type { ServerClock } from '../adapters/clock/server-clock.ts'
import { createSystemClock } from '../adapters/clock/system-clock.ts'
import { tabletClocks } from '../adapters/clock/tablet-clocks.ts'
import {
  configurationPlaces,
  placeToWrite,
  readConfiguration,
} from '../adapters/configuration/configuration-file.ts'
import { createConfigurationPlace } from '../adapters/configuration/configuration-place.ts'
import { tabletSettings } from '../adapters/configuration/tablet-settings.ts'
import { openCallCounter } from '../adapters/disk/call-counter-file.ts'
import { canRead } from '../adapters/disk/can-read.ts'
import { type CommandCalls, openCommandCalls } from '../adapters/disk/command-calls-file.ts'
import { createJournalFile } from '../adapters/disk/journal-file.ts'
import { createLastReadingFile } from '../adapters/disk/last-reading-file.ts'
import { createReservationsFile } from '../adapters/disk/reservations-file.ts'
import { askKeytar } from '../adapters/keyring/ask-keytar.ts'
import { readHere } from '../adapters/keyring/read-here.ts'
import { createKeytarVault } from '../adapters/keyring/keytar-vault.ts'
import { createFileLog } from '../adapters/log/file-log.ts'
import { limitLog } from '../adapters/log/limited-log.ts'
import { createHttp } from '../adapters/network/fetch-http.ts'
import type { OrderParts } from '../cli/order-parts.ts'
import type { CommandLine } from '../cli/command-line.ts'
import type { DiagnosisInput } from '../cli/doctor.ts'
import { fingerprintIn } from '../adapters/broker/authorities.ts'
import { redeemBy } from '../cli/enrolment/redeem-code.ts'
import { brokerFor } from './broker-for.ts'
import { createElectronFetch } from './electron-fetch.ts'
import { diagnosisInputOn } from './diagnosis-input.ts'
import { startKeyringProcess } from './start-keyring-process.ts'

/** The parts that the program and each of its commands need from outside. */
export interface Outside {
  readonly clock: ServerClock
  readonly log: Log
  readonly vault: Vault
  readonly http: Http
  readonly answers: LastAnswers
  readonly proxyLogins: ProxyLogins
}

/** The panel's outside. Its keyring is read-only here, because the demo has one of its own. */
export type PanelOutside = Omit<Outside, 'vault'> & { readonly vault: Pick<Vault, 'read'> }

/** The ports for calls to Feishu, the panel's and those of commands. */
export const feishuPorts = (
  { http, clock, log }: Pick<PanelOutside, 'http' | 'clock' | 'log'>,
  calls: CallCounter | undefined,
): FeishuPorts => ({ http, clock, log, random: Math.random, calls })

/** Makes the outside for Electron's data folder. Only one may exist. */
export function makeOutside({ demo }: CommandLine): Outside {
  const clock = createSystemClock(demo?.speed)
  const log = limitLog(createFileLog({ folder: logFolderIn(app.getPath('userData')), clock }), clock)
  const answers = createLastAnswers(clock)
  const vault = createKeytarVault({ clock, startProcess: readHere(askKeytar, startKeyringProcess) })
  const proxyLogins = createProxyLogins(vault)
  const fetch = createElectronFetch({ open: (options) => net.request(options), proxyLogin: proxyLogins.read })
  return { clock, log, vault, http: answers.of(createHttp(fetch)), answers, proxyLogins }
}

/** The parts for carrying out an order, from `provision` or from a file. */
export const orderParts = (outside: Outside, options: CommandLine, calls?: CallCounter): OrderParts => ({
  ...outside,
  tryProxyLogin: outside.proxyLogins.tryOut,
  probeFor: (configuration, appSecret) =>
    feishuProbes(feishuPorts(outside, calls))(configuration, async () => ok(appSecret)),
  lineProbeFor: ({ hub }, password) => probesOf(outside)(hub, async () => ok(password)),
  redeem: redeemBy(outside.http, outside.clock),
  fingerprintIn,
  timeZone: tabletSettings([]).timeZone,
  place: createConfigurationPlace(placeToWrite(placesOf(options))),
  present: async () => {
    const read = await readConfiguration(placesOf(options))
    return read.ok ? read.value : undefined
  },
  canRead,
})

const probesOf = ({ clock }: Pick<PanelOutside, 'clock'>) =>
  lineProbes({ clock, newId: randomUUID, brokerFor })

/** The doctor's input on this tablet with this configuration. */
export const diagnosisInputIn = (
  outside: PanelOutside,
  configuration: DiagnosisInput['configuration'],
  isThere: boolean,
  calls?: CallCounter,
): Promise<DiagnosisInput> =>
  diagnosisInputOn({
    ...outside,
    configuration,
    probeFor: (found) =>
      feishuProbes(feishuPorts(outside, calls))(found, () => readDoorSecret(outside.vault, found)),
    lineProbeFor: (found) => probesOf(outside)(found.hub, () => readDoorSecret(outside.vault, found)),
    journal: journalIn(app.getPath('userData')),
    folder: app.getPath('userData'),
    journalFolder: journalFolderIn(app.getPath('userData')),
    isRunning: isThere,
    ...(calls && { shareOf: calls.shareOf }),
  })

export const logFolderIn = (folder: string): string => join(folder, 'logs')

export const journalFolderIn = (folder: string): string => join(folder, 'journal')

export const journalIn = (folder: string): Journal => createJournalFile({ folder: journalFolderIn(folder) })

export const reservationsIn = (folder: string): ReservationStore =>
  createReservationsFile({ folder: journalFolderIn(folder) })

export const lastReadingIn = (folder: string, { clock, log }: Outside): LastReading =>
  createLastReadingFile({ folder, log, version: app.getVersion(), clocks: () => tabletClocks(clock.wall()) })

/** The counter of the panel's own calls. Its spent calls include those of commands. */
export const callsIn = (folder: string, outside: Outside): Promise<CallCounter> =>
  openCallCounter({ ...outside, folder: callsFolderIn(folder), commands: commandCallsIn(folder, outside) })

export const commandCallsIn = (folder: string, outside: Outside): CommandCalls =>
  openCommandCalls({ ...outside, folder: callsFolderIn(folder) })

const callsFolderIn = (folder: string): string => join(folder, 'calls')

export const placesOf = ({ config }: CommandLine): readonly string[] =>
  configurationPlaces(config ?? (process.env['ROOM_PANEL_CONFIG'] || undefined), app.getPath('userData'))
