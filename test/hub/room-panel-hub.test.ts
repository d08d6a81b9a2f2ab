import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { inProject } from '../../build/project.mjs'
import { mqttBroker } from '../../main/adapters/broker/mqtt-broker.ts'
import { ok } from '../../shared/result.ts'
import { freePort } from '../../build/services/free-port.ts'
import { type Mosquitto, startMosquitto } from '../../build/services/mosquitto.ts'
import { type Postgres, startPostgres } from '../../build/services/postgres.ts'
import { aHubConfiguration } from './config/a-hub-configuration.ts'
import { startHubProcess } from './story/hub-process.ts'

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

/** The file of the configuration with these changes. */
async function written(over: object): Promise<string> {
  const file = join(folder, `${randomUUID()}.json`)
  await writeFile(file, JSON.stringify({ ...configuration, ...over }))
  return file
}

/** Runs the program with this configuration, to its end. */
async function hub(over: object, ...args: readonly string[]) {
  const file = await written(over)
  const command = ['--import', 'tsx', inProject('hub', 'main.ts'), ...args, '--config', file]
  return new Promise<{ readonly status: unknown; readonly out: string; readonly err: string }>((resolve) => {
    execFile(process.execPath, command, { cwd: inProject() }, (error, out, err) =>
      resolve({ status: error?.code ?? 0, out, err }),
    )
  })
}

// A process of its own for each command takes seconds on a machine that has other work.
test(
  'a code makes a door at the running hub, which gets in, is let go, and is listed',
  { timeout: 90_000 },
  async ({ onTestFinished }) => {
    const port = await freePort()
    const rooms = [room]
    const { out } = await hub({ rooms }, 'enrol', '--room', room)
    const running = startHubProcess(await written({ rooms, enrolment: { port } }), folder)
    onTestFinished(running.kill)
    await expect.poll(running.events, { timeout: 60_000 }).toContain('hub.started')
    const body = JSON.stringify({ code: out.slice(0, 19) })
    const enrolled = await fetch(`http://127.0.0.1:${port}/enrol`, { method: 'POST', body })
    const { door, password } = v.parse(
      v.object({ door: v.string(), password: v.string() }),
      await enrolled.json(),
    )
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
    const never = `${door}  ${room}  unassigned  never heard\n`
    expect(await hub({}, 'status')).toEqual({ status: 0, out: never, err: '' })
    expect(await hub({}, 'order', 'door-x', 'restart')).toMatchObject({ status: 1, err: '' })
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
