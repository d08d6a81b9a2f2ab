import { test } from '../harness/at-the-door.ts'

test('a running meeting is shown with its organiser and what comes next', async ({
  feishu,
  door,
  expect,
}) => {
  const meeting = feishu.book(feishu.at(-10), feishu.at(30), { organizer: 'Lin Xiaoyu' })
  feishu.book(feishu.at(60), feishu.at(90), { organizer: 'Sato Yui' })
  const panel = await door.open()
  await panel.waitFor({ occupancy: 'inUse', connection: 'live', booking: meeting.mark })
  const page = await panel.page()
  for (const words of ['Magnolia', 'In use', 'Lin Xiaoyu', 'Sato Yui']) expect(page).toContain(words)
})

test('a private meeting shows no names', async ({ feishu, door, expect }) => {
  const meeting = feishu.book(feishu.at(-10), feishu.at(30), { organizer: 'Lin Xiaoyu', private: true })
  const panel = await door.open()
  await panel.waitFor({ occupancy: 'inUse', connection: 'live', booking: meeting.mark })
  const page = await panel.page()
  expect(page).toContain('Private')
  expect(page).not.toContain('Lin Xiaoyu')
})

test('a room without a meeting is free', async ({ feishu, door, expect }) => {
  feishu.book(feishu.at(60), feishu.at(90))
  const panel = await door.open()
  await panel.waitFor({ occupancy: 'free', connection: 'live', booking: '' })
  expect(await panel.page()).toContain('Free')
})

test('a room that the administrator has closed is out of service', async ({ feishu, door, expect }) => {
  feishu.world.disableRoom(feishu.room, { reason: 'The ceiling is being painted' })
  const panel = await door.open()
  await panel.waitFor({ occupancy: 'outOfService', connection: 'live', booking: '' })
  expect(await panel.page()).toContain('The ceiling is being painted')
})
