import { test } from '../harness/at-the-door.ts'

test('a room that is closed, and opened again, is seen within a minute of a touch', async ({
  feishu,
  door,
  expect,
}) => {
  const panel = await door.open()
  await panel.waitFor({ occupancy: 'free', connection: 'live', booking: '' })
  const begun = performance.now()
  feishu.world.disableRoom(feishu.room, { reason: 'Flooded' })
  await panel.touchUntil({ occupancy: 'outOfService', connection: 'live' })
  expect(await panel.page()).toContain('Flooded')
  feishu.world.enableRoom(feishu.room)
  await panel.touchUntil({ occupancy: 'free', connection: 'live' })
  expect(performance.now() - begun).toBeLessThan(2 * 60_000)
})

test('a closing that is planned begins at the door when it begins, without a touch', async ({
  feishu,
  door,
  expect,
}) => {
  const from = feishu.at(1)
  feishu.world.disableRoom(feishu.room, { reason: 'Cleaning', from })
  const panel = await door.open()
  await panel.waitFor({ occupancy: 'free', connection: 'live', booking: '' })
  await panel.waitFor({ occupancy: 'outOfService', connection: 'live', booking: '' })
  expect(await panel.page()).toContain('Cleaning')
  expect(Date.now() - from).toBeLessThan(5000)
})
