import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { commandAs } from '../../build/session/ordinary-user.mjs'
import { silence } from '../../main/simulator/faults/fault.ts'
import { test } from './at-the-door.ts'
import { renderersOf } from './process-tree.ts'
import { duringAMeeting } from './running-meeting.ts'

/** What the page's own timeline says of its first paints, in order. */
const firstPaints = `return performance.getEntriesByType('mark').map(({ name }) => name)`

test('a panel that is killed during a meeting begins with what it knew, shows it again and sends nothing', async ({
  feishu,
  door,
  expect,
}) => {
  const { panel, meeting } = await duringAMeeting(feishu, door)
  await expect.poll(() => existsSync(join(door.userData, 'last-reading.json'))).toBe(true)
  await panel.kill9()
  feishu.goDown()
  const next = await door.open()
  await next.waitFor({ occupancy: 'unknown', connection: 'offline', booking: '' })
  const page = await next.page()
  for (const words of ['Magnolia', 'Not sure', 'it was booked until', 'last read'])
    expect(page).toContain(words)
  expect(await next.evaluate(firstPaints)).toEqual(['room-panel:first-truth'])
  feishu.comeBack()
  await next.touchUntil({ occupancy: 'inUse' })
  expect(await next.evaluate(firstPaints)).toEqual(['room-panel:first-truth', 'room-panel:first-live'])
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
    const { panel } = await duringAMeeting(feishu, door)
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

test('a page that is killed comes back with the true state', async ({
  kiosk,
  door,
  onTestFinished,
  expect,
}) => {
  const picture = join(door.userData, 'picture.png')
  const panel = kiosk.start([...door.args, '--disable-gpu', `--screenshot=${picture}`])
  onTestFinished(panel.stop)
  // The program takes a picture only when the page has painted what the panel knows.
  await expect.poll(() => existsSync(picture)).toBe(true)
  const before = renderersOf(panel.pid)
  for (const pid of before) process.kill(pid, 'SIGKILL')
  await rm(picture)
  await expect.poll(() => existsSync(picture)).toBe(true)
  expect(door.log().map(({ event }) => event)).toContain('page.gone')
  expect(renderersOf(panel.pid)).not.toEqual(before)
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
