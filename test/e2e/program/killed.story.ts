import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { chown, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { uptime } from 'node:os'
import { join } from 'node:path'
import { inProject, readJson } from '../../../build/project.mjs'
import { commandAs } from '../../../build/session/ordinary-user.mjs'
import { silence } from '../../../simulator/faults/fault.ts'
import { test } from '../harness/at-the-door.ts'
import type { Door } from '../harness/door.ts'
import type { Kiosk } from '../harness/kiosk.ts'
import { graphicsOf, renderersOf } from '../harness/process-tree.ts'
import { duringAMeeting, duringAnInstance } from '../harness/running-meeting.ts'

/** What the page's own timeline says of its first paints, in order: some frames after the root element says what is shown. */
const firstPaints = `return performance.getEntriesByType('mark').map(({ name }) => name)`

test('a panel that is killed during a meeting starts with the stored reading, confirms it, and sends no reply', async ({
  feishu,
  door,
  expect,
}) => {
  const { panel, meeting } = await duringAMeeting(feishu, door)
  const lastReading = join(door.userData, 'last-reading.json')
  // The room is read beside the schedule, and may come after it.
  await expect.poll(() => existsSync(lastReading) && readFileSync(lastReading, 'utf8')).toContain('Magnolia')
  await panel.kill9()
  feishu.goDown()
  const next = await door.open()
  await next.waitFor({ occupancy: 'unknown', connection: 'offline', booking: '' })
  const page = await next.page()
  for (const words of ['Magnolia', 'Unknown', 'booked until', 'updated']) expect(page).toContain(words)
  await expect.poll(() => next.evaluate(firstPaints)).toEqual(['room-panel:first-truth'])
  feishu.comeBack()
  await next.touchUntil({ occupancy: 'inUse' })
  const both = ['room-panel:first-truth', 'room-panel:first-live']
  await expect.poll(() => next.evaluate(firstPaints)).toEqual(both)
  await next.waitFor({ occupancy: 'inUse', connection: 'live', booking: meeting.mark })
  expect(feishu.world.callsTo('reply')).toBe(0)
  expect(door.log().filter(({ event }) => event === 'panel.begun')).toHaveLength(2)
})

test.for([
  ['arrived', true, 'free'],
  ['was lost', false, 'inUse'],
] as const)(
  'a reply that %s while the panel was killed is not sent again',
  async ([, carriedOut, occupancy], { feishu, door, expect }) => {
    const { panel } = await duringAnInstance(feishu, door)
    feishu.world.fail('reply', silence({ carriedOut }), { times: 1 })
    await panel.tap('end-meeting')
    await panel.tap('confirm')
    await expect.poll(() => feishu.world.callsTo('reply')).toBe(1)
    await panel.kill9()
    const next = await door.open()
    await next.waitFor({ occupancy, connection: 'live' })
    expect(feishu.world.callsTo('reply')).toBe(1)
  },
)

test('a page that hangs, one that is killed, and a picture that is lost come back with the true state', async ({
  kiosk,
  door,
  onTestFinished,
  expect,
}) => {
  const picture = join(door.userData, 'picture.png')
  await fillProfileWithGarbage(kiosk, door)
  const panel = kiosk.start([...door.args, '--disable-gpu', `--screenshot=${picture}`])
  onTestFinished(panel.stop)
  // The program takes a picture only when the page has painted what the panel knows.
  await expect.poll(() => existsSync(picture)).toBe(true)
  const events = (name: string) => door.log().filter(({ event }) => event === name)
  const first = renderersOf(panel.pid)
  for (const pid of first) process.kill(pid, 'SIGSTOP')
  await expect.poll(() => events('page.back')).toHaveLength(1)
  const second = renderersOf(panel.pid)
  for (const pid of second) process.kill(pid, 'SIGKILL')
  await expect.poll(() => events('page.back')).toHaveLength(2)
  for (const pid of graphicsOf(panel.pid)) process.kill(pid, 'SIGKILL')
  await expect.poll(() => events('process.gone')).toHaveLength(1)
  await rm(picture)
  await expect.poll(() => existsSync(picture)).toBe(true)

  expect(door.log().map(({ event }) => event)).toEqual(
    expect.arrayContaining(['page.hung', 'page.gone', 'page.back', 'process.gone']),
  )
  const [third] = renderersOf(panel.pid)
  expect([...first, ...second]).not.toContain(third)
  expect(events('panel.begun')).toHaveLength(1)
  // What Chromium keeps there is bounded.
  await rm(picture)
  expect(await sizeOf(door.userData)).toBeLessThan(1_000_000)
})

async function sizeOf(folder: string): Promise<number> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const files = entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
  const sizes = await Promise.all(files.map(async (file) => (await stat(file)).size))
  return sizes.reduce((sum, size) => sum + size, 0)
}

/** What a power cut or a bad disk may leave where Chromium keeps its own things. */
async function fillProfileWithGarbage({ session: { user } }: Kiosk, { userData }: Door): Promise<void> {
  const garbage = randomBytes(4096)
  for (const name of [
    'Local State',
    'Preferences',
    'Network Persistent State',
    'Cookies',
    'GPUCache',
    'Local Storage',
  ]) {
    const file = join(userData, name)
    await writeFile(file, garbage)
    await chown(file, user.uid, user.gid)
  }
}

test('a program that died again and again says so, instead of dying again at once', async ({
  kiosk,
  door,
  expect,
}) => {
  const starts = join(door.userData, 'starts.json')
  const deaths = { inARow: 3, lately: [] }
  const { version } = readJson(inProject('package.json'), { version: '' })
  await writeFile(starts, JSON.stringify({ version, deaths, began: uptime() * 1000, state: 'begun' }))
  await chown(starts, kiosk.session.user.uid, kiosk.session.user.gid)
  const panel = await door.open()
  expect(await panel.marks()).toMatchObject({ occupancy: 'unknown', connection: 'offline' })
  expect(await panel.page()).toContain('programCrashes')
  expect(await panel.evaluate('return document.scripts.length')).toBe(0)
  expect(door.log().map(({ event }) => event)).toEqual(['program.resting'])
})

test('a second panel on the same folder ends by itself and says why', async ({
  kiosk,
  feishu,
  door,
  expect,
}) => {
  await duringAMeeting(feishu, door)
  const { user, env, program } = kiosk.session
  const [command, ...args] = commandAs(user, [program, ...door.args])
  const second = spawnSync(command, args, { env, encoding: 'utf8', timeout: 20_000 })
  expect(second.stderr).toContain('is running already')
  expect(second.status).toBe(1)
})

test('a panel without a display ends by itself and says why', ({ kiosk, door, expect }) => {
  const { user, env, program } = kiosk.session
  const [command, ...args] = commandAs(user, [program, ...door.args])
  const panel = spawnSync(command, args, {
    env: { ...env, DISPLAY: ':4711' },
    encoding: 'utf8',
    timeout: 20_000,
  })
  expect(panel.stderr).toContain('noDisplay: there is no X server on :4711.')
  expect(panel.status).toBe(1)
})
