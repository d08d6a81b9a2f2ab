import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inProject } from '../../build/project.mjs'
import { openBroker } from '../../hub/composition/open-broker.ts'
import { openStore } from '../../hub/composition/open-store.ts'
import { enrol } from '../../hub/enrolment/enrolment.ts'
import { mqttBroker } from '../../main/adapters/broker/mqtt-broker.ts'
import { createSystemClock } from '../../main/adapters/clock/system-clock.ts'
import { ok } from '../../shared/result.ts'
import { createMemoryLog } from '../support/memory/memory-log.ts'
import { type Mosquitto, startMosquitto } from '../support/services/mosquitto.ts'
import { type Postgres, startPostgres } from '../support/services/postgres.ts'
import { aHubConfiguration } from './config/a-hub-configuration.ts'

const room = 'omm_0a1b2c3d4e5f60718293a4b5c6d7e8f9'
let mosquitto: Mosquitto
let postgres: Postgres
let folder: string
let configuration: typeof aHubConfiguration

beforeAll(async () => {
  ;[mosquitto, postgres] = await Promise.all([startMosquitto(), startPostgres()])
  folder = await mkdtemp(join(tmpdir(), 'room-panel-test-'))
  const passwordFile = join(folder, 'broker-password')
  await writeFile(passwordFile, `${mosquitto.admin.password}\n`, { mode: 0o600 })
  configuration = {
    ...aHubConfiguration,
    broker: { url: mosquitto.url, admin: { username: mosquitto.admin.username, passwordFile } },
    database: { url: await postgres.database() },
  }
}, 60_000)
afterAll(async () => {
  await Promise.all([mosquitto.remove(), postgres.remove(), rm(folder, { recursive: true })])
})

/** Runs the program with this configuration, to its end. */
async function hub(over: Partial<typeof aHubConfiguration>, ...args: readonly string[]) {
  const file = join(folder, 'config.json')
  await writeFile(file, JSON.stringify({ ...configuration, ...over }))
  const command = ['--import', 'tsx', inProject('hub', 'main.ts'), ...args, '--config', file]
  return new Promise<{ readonly status: unknown; readonly out: string; readonly err: string }>((resolve) => {
    execFile(process.execPath, command, { cwd: inProject() }, (error, out, err) =>
      resolve({ status: error?.code ?? 0, out, err }),
    )
  })
}

// A process of its own for each command takes seconds on a machine that has other work.
test(
  'a code makes a door, which gets in, is let go, and is listed',
  { timeout: 60_000 },
  async ({ onTestFinished }) => {
    const { out } = await hub({}, 'enrol', '--room', room)
    const log = createMemoryLog()
    const store = await openStore(configuration.database, log)
    const broker = await openBroker(configuration.broker, { clock: createSystemClock(), log })
    if (!store.ok || !broker.ok) return expect.fail('Both are there')
    onTestFinished(async () => {
      await Promise.all([store.value.close(), broker.value.close()])
    })
    const parts = { ...store.value, broker: broker.value.admin, random: randomBytes }
    const enrolled = await enrol(parts, out.slice(0, 19))
    const { door, password } = enrolled.ok ? enrolled.value : expect.fail('The code is new')
    const enter = async () => {
      const who = { username: door, clientId: door, readPassword: async () => ok(password), sessionExpiry: 0 }
      const events = { onMessage: () => undefined, onClose: () => undefined }
      const entered = await mqttBroker({ ...who, url: mosquitto.url })(events)
      if (entered.ok) await entered.value.end()
      return entered.ok ? 'in' : entered.error.code
    }
    expect(await enter()).toBe('in')
    expect(await hub({}, 'unassign', door)).toMatchObject({ status: 0, err: '' })
    expect(await enter()).toBe('denied')
    expect(await hub({}, 'doors')).toEqual({ status: 0, out: `${door}  ${room}  unassigned\n`, err: '' })
    const acts = await store.value.audit.latest(9)
    expect(acts.ok && acts.value.map(({ act }) => act)).toEqual([
      'unassign',
      'unassign',
      'enrol',
      'enrol',
      'code',
    ])
  },
)

test('what the program can’t reach or understand, it says', async () => {
  const nowhere = { url: 'postgresql://localhost/hub?host=/nowhere' }
  const { status, out, err } = await hub({ database: nowhere }, 'doors')
  expect([status, out]).toEqual([1, ''])
  expect(err).toContain('the database does not answer')
  expect(await hub({}, 'dance')).toEqual({
    status: 2,
    out: '',
    err: 'There is no command dance. room-panel-hub --help says what there is.\n',
  })
})

test('why the broker does not let the hub in is said', async () => {
  const outside = { clock: createSystemClock(), log: createMemoryLog() }
  const { url, admin } = configuration.broker
  const tries = [
    [{ url, admin: { ...admin, passwordFile: '/nowhere' } }, '/nowhere is missing'],
    [
      { url, admin: { ...admin, username: 'stranger' } },
      'the broker does not let broker.admin in with this password',
    ],
    [{ url: 'mqtt://127.0.0.1:1', admin }, 'the broker can’t be reached: connect ECONNREFUSED 127.0.0.1:1'],
  ] as const
  for (const [broker, error] of tries) expect(await openBroker(broker, outside)).toEqual({ ok: false, error })
})
