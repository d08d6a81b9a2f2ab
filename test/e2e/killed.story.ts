import { silence } from '../../main/simulator/faults/fault.ts'
import { test } from './at-the-door.ts'
import { duringAMeeting } from './running-meeting.ts'

test('a panel that is killed during a meeting shows it again and sends nothing', async ({
  feishu,
  door,
  expect,
}) => {
  const { panel, meeting } = await duringAMeeting(feishu, door)
  await panel.kill9()
  const next = await door.open()
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
