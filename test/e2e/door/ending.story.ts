import { refusal } from '../../../simulator/faults/fault.ts'
import { test } from '../harness/at-the-door.ts'
import { duringAMeeting } from '../harness/running-meeting.ts'
import { markOf } from '../harness/small-feishu.ts'

test('two taps end the meeting', async ({ feishu, door, expect }) => {
  const { panel, meeting } = await duringAMeeting(feishu, door)
  await panel.tap('end-meeting')
  await panel.tap('confirm')
  await panel.waitFor({ occupancy: 'free', connection: 'live', booking: '' })
  await expect.poll(() => panel.text('notice')).toContain('The meeting has ended')
  // The start goes first: had the meeting become a series, it would name this instance alone.
  expect(feishu.replies()).toEqual(
    [feishu.at(-10) / 1000, 0].map((original_time) => ({
      room_id: feishu.room.id,
      uid: meeting.event.uid,
      original_time,
      status: 'ENDED_BEFORE_DUE',
    })),
  )
})

test('the room is free no sooner than the schedule says so', async ({ feishu, door, expect }) => {
  feishu.world.switches.replyShownAfter = 2500
  const { panel, meeting } = await duringAMeeting(feishu, door)
  await panel.tap('end-meeting')
  await panel.tap('confirm')
  await expect.poll(panel.page).toContain('Ending…')
  expect(await panel.marks()).toMatchObject({ occupancy: 'inUse', booking: meeting.mark })
  await panel.waitFor({ occupancy: 'free', connection: 'live' })
  const sinceReply = feishu.world.now() - (feishu.world.replies.at(-1)?.at ?? Infinity)
  expect(sinceReply).toBeGreaterThanOrEqual(2500)
  expect(feishu.replies()).toHaveLength(2)
})

test('one tap alone sends no reply, and its question goes away by itself', async ({
  feishu,
  door,
  expect,
}) => {
  const { panel, meeting } = await duringAMeeting(feishu, door)
  await panel.tap('end-meeting')
  expect(await panel.text('confirm')).toBe('End meeting')
  await panel.waitUntilGone('confirm')
  expect(await panel.text('end-meeting')).toBe('End meeting')
  expect(await panel.marks()).toEqual({ occupancy: 'inUse', connection: 'live', booking: meeting.mark })
  expect(feishu.world.callsTo('reply')).toBe(0)
})

test('a first tap that is taken back sends no reply', async ({ feishu, door, expect }) => {
  const { panel, meeting } = await duringAMeeting(feishu, door)
  await panel.tap('end-meeting')
  await panel.tap('cancel')
  await panel.waitUntilGone('confirm')
  expect(await panel.marks()).toEqual({ occupancy: 'inUse', connection: 'live', booking: meeting.mark })
  expect(feishu.world.callsTo('reply')).toBe(0)
})

test('only the running instance of a series is ended', async ({ feishu, door, expect }) => {
  const day = 24 * 60
  const { event } = feishu.book(feishu.at(-10 - 3 * day), feishu.at(30 - 3 * day), {
    repeats: { every: 'day' },
  })
  const others = (): readonly number[] =>
    feishu.world
      .staysIn(feishu.room, { from: feishu.at(-7 * day), to: feishu.at(7 * day) })
      .filter(({ originalStart }) => originalStart !== feishu.at(-10))
      .map(({ end }) => end)
  const before = others()
  const panel = await door.open()
  await panel.waitFor({ occupancy: 'inUse', connection: 'live', booking: markOf(event.uid, feishu.at(-10)) })
  await panel.tap('end-meeting')
  await panel.tap('confirm')
  await panel.waitFor({ occupancy: 'free', connection: 'live', booking: '' })
  expect(feishu.replies()).toMatchObject([{ uid: event.uid, original_time: feishu.at(-10) / 1000 }])
  expect(others()).toEqual(before)
})

test('a refusal is told, and the meeting goes on', async ({ feishu, door, expect }) => {
  const { panel, meeting } = await duringAMeeting(feishu, door)
  feishu.world.fail('reply', refusal(105003, 'event not found'))
  await panel.tap('end-meeting')
  await panel.tap('confirm')
  expect(await panel.text('notice')).toContain('The meeting was not ended')
  expect(await panel.marks()).toEqual({ occupancy: 'inUse', connection: 'live', booking: meeting.mark })
  expect(feishu.world.callsTo('reply')).toBe(2)
})
