import { answerLost, bodyCut, gatewayPage, silence, unreadableRoom } from '../../../simulator/faults/fault.ts'
import { test } from '../harness/at-the-door.ts'
import { duringAMeeting, duringAnInstance } from '../harness/running-meeting.ts'

test('while Feishu is down from the start the room is not called free, and a touch finds Feishu again', async ({
  feishu,
  door,
  expect,
}) => {
  feishu.goDown()
  const panel = await door.open()
  await panel.waitFor({ occupancy: 'unknown', connection: 'offline', booking: '' })
  expect(await panel.occupanciesShown()).not.toContain('free')
  feishu.comeBack()
  await panel.touchUntil({ occupancy: 'free', connection: 'live' })
})

test('while Feishu does not answer the room is not called free', async ({ feishu, door, expect }) => {
  feishu.world.fail('any', silence())
  const panel = await door.open()
  await expect.poll(() => feishu.world.callsTo('token')).toBe(1)
  expect(await panel.marks()).toMatchObject({ occupancy: 'unknown', booking: '' })
  expect(await panel.occupanciesShown()).not.toContain('free')
  feishu.comeBack()
  await panel.waitFor({ occupancy: 'free', connection: 'live' })
})

test('when Feishu goes down a touch finds out, and the panel no longer claims to know', async ({
  feishu,
  door,
  expect,
}) => {
  const { panel } = await duringAMeeting(feishu, door)
  feishu.goDown()
  await panel.touchUntil({ occupancy: 'unknown', connection: 'offline', booking: '' })
  expect(await panel.page()).toContain('Unknown')
})

test('a room that Feishu can’t read is unknown', async ({ feishu, door, expect }) => {
  feishu.world.fail('freebusy', unreadableRoom(feishu.room))
  const panel = await door.open()
  await panel.waitFor({ occupancy: 'unknown', connection: 'offline', booking: '' })
  expect(await panel.page()).toContain('roomUnreadable')
  expect(await panel.occupanciesShown()).not.toContain('free')
})

test.for([
  ['whole', answerLost()],
  ['from the middle on', bodyCut()],
] as const)(
  'a reply whose answer is lost %s is settled by reading',
  async ([, fault], { feishu, door, expect }) => {
    const { panel } = await duringAnInstance(feishu, door)
    feishu.world.fail('reply', fault, { times: 1 })
    await panel.tap('end-meeting')
    await panel.tap('confirm')
    await panel.waitFor({ occupancy: 'free', connection: 'live', booking: '' })
    await expect.poll(() => panel.text('notice')).toContain('The meeting has ended')
    expect(feishu.world.callsTo('reply')).toBe(1)
  },
)

test('through gateway errors the panel reads again and never replies again by itself', async ({
  feishu,
  door,
  expect,
}) => {
  for (const call of ['token', 'freebusy', 'room', 'reply'] as const)
    feishu.world.fail(call, gatewayPage(504), { times: 1 })
  const { panel, meeting } = await duringAnInstance(feishu, door)
  await expect.poll(panel.page).toContain('Magnolia')
  await panel.tap('end-meeting')
  await panel.tap('confirm')
  expect(await panel.text('notice')).toContain('Not confirmed yet')
  expect(await panel.marks()).toEqual({ occupancy: 'inUse', connection: 'live', booking: meeting.mark })
  expect(feishu.world.callsTo('reply')).toBe(1)

  await panel.tap('end-meeting')
  await panel.tap('confirm')
  await panel.waitFor({ occupancy: 'free', connection: 'live', booking: '' })
  expect(feishu.world.callsTo('reply')).toBe(2)
})
