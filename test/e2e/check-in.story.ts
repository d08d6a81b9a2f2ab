import { test } from './at-the-door.ts'
import { duringGrace, minute } from './during-grace.ts'

test(
  'one tap checks in, and outlives a kill without warning',
  { timeout: 4 * minute },
  async ({ feishu, door, expect }) => {
    const { panel, meeting } = await duringGrace(feishu, door)
    await panel.tap('check-in')
    await panel.waitFor({ occupancy: 'inUse', connection: 'live', booking: meeting.mark })
    await panel.kill9()
    const next = await door.open()
    await next.waitFor({ occupancy: 'inUse', connection: 'live', booking: meeting.mark })
    await expect.poll(feishu.world.now, { timeout: 2 * minute }).toBeGreaterThan(meeting.start + 1.2 * minute)
    expect(await next.marks()).toMatchObject({ occupancy: 'inUse', booking: meeting.mark })
    expect(feishu.world.callsTo('reply')).toBe(0)
  },
)

test('who is early checks in before the start, and has the room from then on', async ({
  feishu,
  door,
  expect,
}) => {
  await door.configure({ ...feishu.configuration, checkIn: { mode: 'auto', graceMinutes: 1 } })
  const meeting = feishu.book(feishu.at(3), feishu.at(33))
  const panel = await door.open()
  await panel.waitFor({ occupancy: 'checkInOpen', connection: 'live', booking: meeting.mark })
  await panel.tap('check-in')
  await panel.waitFor({ occupancy: 'inUse', connection: 'live', booking: meeting.mark })
  await panel.waitUntilGone('end-meeting')
  expect(feishu.world.callsTo('reply')).toBe(0)
})
