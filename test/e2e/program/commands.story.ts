import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import * as v from 'valibot'
import { exitOf } from '../../../build/session/end-process.mjs'
import { spawnAs } from '../../../build/session/ordinary-user.mjs'
import { test } from '../harness/at-the-door.ts'
import type { Kiosk } from '../harness/kiosk.ts'

const spentSchema = v.pipe(v.string(), v.parseJson(), v.object({ calls: v.object({ spent: v.number() }) }))

/** Runs a line of a shell in which `$0` is the program. */
async function inShell({ session: { user, env, program } }: Kiosk, line: string, args: readonly string[]) {
  const child = spawnAs(user, ['sh', '-c', line, program, ...args], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  if (child.stdout === null) throw new Error('A process without its pipe')
  const [status, output] = await Promise.all([exitOf(child), text(child.stdout)])
  return { status, output }
}

test('each call of each command counts against the month', async ({ kiosk, feishu, door, expect }) => {
  for (const _ of ['one look', 'another']) {
    // oxlint-disable-next-line no-await-in-loop -- one look after the other
    expect((await kiosk.run(['doctor', ...door.args], '')).output).toContain('schedule: ok')
  }
  const counted = ['freebusy', 'room', 'summary'] as const
  const made = counted.reduce((sum, call) => sum + feishu.world.callsTo(call), 0)
  const { output } = await kiosk.run(['status', '--json', ...door.args], '')
  expect(v.parse(spentSchema, output).calls.spent).toBe(made)
  expect(made).toBe(6)
})

test('monitoring is told how a door is, without a call', async ({ kiosk, feishu, door, expect }) => {
  const health = async () => {
    const { status, output } = await kiosk.run(['health', ...door.args], '')
    return { status, told: v.parse(v.pipe(v.string(), v.parseJson()), output) }
  }
  const panel = await door.open()
  await panel.waitFor({ occupancy: 'free', connection: 'live', booking: '' })
  const well = { room: feishu.room.id, door: { occupancy: 'free', connection: 'live' } }
  expect(await health()).toMatchObject({ status: 0, told: { ok: true, faults: [], ...well } })
  await panel.stop()
  const calls = feishu.world.callsTo('token')
  const gone = { ok: false, faults: [{ name: 'door', code: 'panelNotRunning' }, { name: 'page' }] }
  expect(await health()).toMatchObject({ status: 1, told: { ...gone, ...well } })
  expect(feishu.world.callsTo('token')).toBe(calls)
})

test('a reader who has seen enough is no defect', async ({ kiosk, door, expect }) => {
  const { output } = await inShell(kiosk, '"$0" doctor "$@" | head -1', door.args)
  expect(output).toMatch(/^program: ok, /)
  const log = await readFile(join(door.userData, 'logs', 'room-panel.log'), 'utf8').catch(() => '')
  expect(log).not.toContain('gave-up')
})

test('a room’s name can’t give orders to the terminal', async ({ kiosk, feishu, door, expect }) => {
  feishu.world.renameRoom(feishu.room, 'Mag\u001b[2Jno\u009b31mlia\u202e')
  const { output } = await kiosk.run(['doctor', ...door.args], '')
  expect(output).toContain('room: ok, Mag\\u001b[2Jno\\u009b31mlia\\u202e\n')
  const json = await kiosk.run(['doctor', '--json', ...door.args], '')
  for (const order of ['\u001b', '\u009b', '\u202e']) expect(json.output).not.toContain(order)
  expect(JSON.stringify(JSON.parse(json.output))).toContain('no\u009b31mlia\u202e')
})

test('help and version are told, and what is mistyped is refused', async ({ kiosk, door, expect }) => {
  const version = await kiosk.run(['--version'], '')
  expect(version.output).toMatch(/^room-panel \d+\.\d+\.\d+\S*, Electron \d+/)
  const help = await kiosk.run(['help', 'doctor'], '')
  expect(help.output).toContain('--json')
  expect([version.status, help.status]).toEqual([0, 0])
  for (const wrong of [['--deom'], ['doctor', '--jsno'], ['doctor', 'now'], ['statsu']])
    // oxlint-disable-next-line no-await-in-loop -- each is a program of its own
    expect((await kiosk.run([...wrong, ...door.args], '')).status).toBe(2)
  expect((await kiosk.run([...door.args, 'doctor'], '')).output).toContain('configuration: ok')
})

test('a table as Excel in China writes it keeps its organisers’ names', async ({ kiosk, expect }) => {
  const table = join(kiosk.folder, 'rooms.csv')
  const row = 'a,https://open.feishu.cn,cli_a1b2c3d4e5f60718,omm_0a1b2c3d4e5f60718293a4b5c6d7e8f9,'
  const heading = 'tablet,feishu.origin,feishu.appId,room.id,checkIn.exempt\n'
  await writeFile(
    table,
    Buffer.concat([Buffer.from(heading + row), Buffer.from('c7b0cca8a3bbbbe1d2e9cad2', 'hex')]),
  )
  const out = join(kiosk.folder, 'doors')
  const { status, output } = await kiosk.run(['fleet', 'plan', table, '--out', out], '')
  expect(output).toContain('the table was read as gb18030')
  expect(status).toBe(0)
  expect(await readdir(out)).toEqual(['a.json'])
  expect(await readFile(join(out, 'a.json'), 'utf8')).toMatch(/"前台",\s+"会议室"/)
})
