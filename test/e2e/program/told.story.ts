import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '../harness/at-the-door.ts'
import type { DrivenPanel } from '../harness/driven-panel.ts'
import { startLoginService } from '../harness/login-service.ts'
import { graphicsOf } from '../harness/process-tree.ts'

/**
 * What happens to the tablet or to Chromium has to reach the panel. That it did is seen by the PIN's keys, which go at once then, and
 * else after a minute.
 */
async function withKeys(panel: DrivenPanel): Promise<void> {
  await panel.waitFor({ occupancy: 'free', connection: 'live' })
  await panel.tap('admin')
  await panel.text('pin-1')
}

test('a sleep is noticed: no earlier reading is green after it', async ({
  kiosk,
  feishu,
  door,
  onTestFinished,
  expect,
}) => {
  const login = await startLoginService(kiosk.session.user)
  onTestFinished(login.stop)
  const env = { ...kiosk.session.env, ...login.env }
  const panel = await door.open({ ...kiosk.session, env })
  await panel.waitFor({ occupancy: 'free', connection: 'live' })
  const shown = (): Promise<string> => readFile(join(door.userData, 'status.json'), 'utf8')
  await expect.poll(shown).toContain('"occupancy":"free"')
  feishu.goDown()
  login.sleepAndWake()
  await expect.poll(shown).toContain('"occupancy":"unknown"')
})

test('a dead graphics process is noticed: people could not see what they touched', async ({
  door,
  expect,
}) => {
  const panel = await door.open()
  await withKeys(panel)
  for (const pid of graphicsOf(panel.pid)) process.kill(pid, 'SIGKILL')
  await panel.waitUntilGone('pin-1')
  expect(door.log().map(({ event }) => event)).toContain('process.gone')
})

test('a program that is told to end says on the disk that it was, and one that was well, that it was', async ({
  door,
  expect,
}) => {
  const panel = await door.open()
  const state = async (): Promise<string> => readFile(join(door.userData, 'starts.json'), 'utf8')
  await expect.poll(state, { timeout: 30_000 }).toContain('"state":"well"')
  process.kill(panel.pid, 'SIGTERM')
  await expect.poll(state).toContain('"state":"ended"')
})
