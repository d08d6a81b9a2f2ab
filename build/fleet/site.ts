import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { makeCode } from '../../hub/enrolment/enrolment.ts'
import { createPostgresStore } from '../../hub/store/postgres/postgres-store.ts'
import * as v from 'valibot'
import { inProject } from '../project.mjs'
import { freePort } from '../services/free-port.ts'
import { startMosquitto } from '../services/mosquitto.ts'
import { startPostgres } from '../services/postgres.ts'
import { startProgram } from './program.ts'

/** All that doors need, on this machine. */
export interface Site {
  /** Of the configuration and the logs. */
  readonly folder: string
  readonly configuration: string
  readonly feishu: SimulatedFeishu
  readonly brokerUrl: string
  readonly databaseUrl: string
  readonly enrolmentUrl: string
  readonly metricsUrl: string
  readonly consoleUrl: string
  /** Makes a code for a door of this room. */
  readonly codeFor: (room: string) => Promise<string>
}

/** Receives what ends a part, last in, first out. */
export type AtEnd = (end: () => Promise<void>) => void

const simulated = v.object({
  origin: v.string(),
  appId: v.string(),
  appSecret: v.string(),
  roomIds: v.array(v.string()),
})
export type SimulatedFeishu = v.InferOutput<typeof simulated>

const tsx = ['--import', 'tsx']

/**
 * Starts a simulated Feishu, Mosquitto, PostgreSQL and a hub, each a child of this process, and waits until the hub leads.
 * `known`: another Feishu than the one with the demo's day.
 */
export async function startSite(atEnd: AtEnd, known?: SimulatedFeishu): Promise<Site> {
  const folder = await mkdtemp(join(tmpdir(), 'room-panel-fleet-'))
  atEnd(() => rm(folder, { recursive: true }))
  const feishu = known ?? (await startFeishu(folder, atEnd))
  const mosquitto = await startMosquitto()
  atEnd(mosquitto.remove)
  const postgres = await startPostgres()
  atEnd(postgres.remove)
  const databaseUrl = await postgres.database()
  const [enrolment, metrics] = [{ port: await freePort() }, { port: await freePort() }]
  const console = { port: await freePort() }
  const configuration = await writeConfiguration(folder, {
    feishu: { origin: feishu.origin, appId: feishu.appId },
    appSecretFile: await secretIn(folder, 'app-secret', feishu.appSecret),
    broker: {
      url: mosquitto.url,
      admin: {
        username: mosquitto.admin.username,
        passwordFile: await secretIn(folder, 'broker-password', mosquitto.admin.password),
      },
    },
    database: { url: databaseUrl },
    enrolment,
    metrics,
    console,
    budget: { callsPerMonth: 400_000 },
  })
  const hub = await startProgram([...tsx, inProject('hub/main.ts'), 'run', '--config', configuration], {
    log: join(folder, 'hub.log'),
    awaited: /"event":"hub.leads"/,
    env: { STATE_DIRECTORY: folder },
  })
  atEnd(hub.end)
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined }
  const store = createPostgresStore(databaseUrl, silent)
  atEnd(store.close)
  return {
    folder,
    configuration,
    feishu,
    brokerUrl: mosquitto.url,
    databaseUrl,
    enrolmentUrl: `http://127.0.0.1:${enrolment.port}/enrol`,
    metricsUrl: `http://127.0.0.1:${metrics.port}/metrics`,
    consoleUrl: `http://127.0.0.1:${console.port}/`,
    async codeFor(room) {
      const code = await makeCode({ ...store, random: randomBytes }, room, 'npm run fleet')
      if (!code.ok) throw new Error('The database took no code', { cause: code.error.cause })
      return code.value
    },
  }
}

async function startFeishu(folder: string, atEnd: AtEnd): Promise<SimulatedFeishu> {
  const log = join(folder, 'feishu.log')
  const started = await startProgram([...tsx, inProject('simulator/main.ts')], { log, awaited: /^\{/ })
  atEnd(started.end)
  return v.parse(v.pipe(v.string(), v.parseJson(), simulated), started.line)
}

async function secretIn(folder: string, name: string, secret: string): Promise<string> {
  const file = join(folder, name)
  await writeFile(file, `${secret}\n`, { mode: 0o600 })
  return file
}

async function writeConfiguration(folder: string, configuration: object): Promise<string> {
  const file = join(folder, 'config.json')
  await writeFile(file, `${JSON.stringify(configuration, undefined, 2)}\n`)
  return file
}
