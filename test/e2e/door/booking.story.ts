import { answerLost } from '../../../simulator/faults/fault.ts'
import type { Door } from '../harness/door.ts'
import { test } from '../harness/at-the-door.ts'
import type { SmallFeishu } from '../harness/small-feishu.ts'

const contact = 'ou_5a4b3c2d1e0f9a8b7c6d5e4f3a2b1c0d'

/** A door where everybody may book. */
async function atTheDoor(feishu: SmallFeishu, door: Door, occupancy: 'free' | 'inUse' = 'free') {
  await door.configure({
    ...feishu.configuration,
    checkIn: { mode: 'auto', graceMinutes: 1 },
    booking: { who: 'everyone', contact },
  })
  feishu.world.switches.roomAnswersAfter = [1000, 1000]
  const panel = await door.open()
  await panel.waitFor({ occupancy, connection: 'live' })
  return panel
}

const entries = ({ world, app }: SmallFeishu) => world.eventsOf(app)

test('two taps book the room: it is in use, and whoever tapped is checked in', async ({
  feishu,
  door,
  expect,
}) => {
  const panel = await atTheDoor(feishu, door)
  await panel.tap('book')
  await panel.tap('length-15')
  await panel.waitFor({ occupancy: 'inUse', connection: 'live' })
  await expect.poll(() => panel.text('notice')).toContain('Booked until')
  expect(entries(feishu)).toMatchObject([{ isDeleted: false, requests: [{ contact, answer: 'accept' }] }])
  const shown = await panel.occupanciesShown()
  expect([...new Set(shown.slice(shown.indexOf('reserving')))]).toEqual(['reserving', 'inUse'])
})

test('somebody was faster: the door says so, and leaves nothing in the calendar', async ({
  feishu,
  door,
  expect,
}) => {
  const panel = await atTheDoor(feishu, door)
  await panel.tap('book')
  feishu.world.limitBookings(feishu.room, { longestHours: 0 })
  await panel.tap('length-15')
  await expect.poll(() => panel.text('notice')).toContain('Nothing was booked')
  expect(entries(feishu)).toMatchObject([{ isDeleted: true }])
  await panel.waitFor({ occupancy: 'free' })
})

test('killed while the room is being asked, it goes on after the next start', async ({
  feishu,
  door,
  expect,
}) => {
  const panel = await atTheDoor(feishu, door)
  // Where the button is, the door has asked what it may.
  await panel.tap('book')
  const asked = feishu.world.callsTo('addAttendees')
  feishu.world.fail('addAttendees', answerLost(), { times: 1 })
  feishu.world.switches.roomAnswersAfter = [5000, 5000]
  await panel.tap('length-30')
  await expect.poll(() => feishu.world.callsTo('addAttendees')).toBe(asked + 1)
  await panel.kill9()
  const next = await door.open()
  await next.waitFor({ occupancy: 'inUse', connection: 'live' })
  expect(entries(feishu)).toMatchObject([{ isDeleted: false }])
})

test('a door where booking is off has no button', async ({ feishu, door, expect }) => {
  const panel = await door.open()
  await panel.waitFor({ occupancy: 'free', connection: 'live' })
  await panel.waitUntilGone('book')
  expect(feishu.world.callsTo('calendars')).toBe(0)
})

test('a running meeting is extended with one tap, and its extension ends with it', async ({
  feishu,
  door,
  expect,
}) => {
  feishu.book(feishu.at(-10), feishu.at(20))
  const panel = await atTheDoor(feishu, door, 'inUse')
  await panel.tap('extend-15')
  await expect.poll(() => panel.text('notice')).toContain('Booked until')
  expect(entries(feishu)).toMatchObject([{ isDeleted: false, requests: [{ answer: 'accept' }] }])
  expect(new Set(await panel.occupanciesShown())).not.toContain('reserving')
  await panel.tap('end-meeting')
  await panel.tap('confirm')
  await panel.waitFor({ occupancy: 'free' })
  await expect.poll(() => entries(feishu)).toMatchObject([{ isDeleted: true }])
})

test('a gap of the day is booked with two taps, and asks for its check-in', async ({
  feishu,
  door,
  expect,
}) => {
  // Before it there is no quarter of an hour, so that the first gap is far away at each minute of the hour.
  feishu.book(feishu.at(14), feishu.at(50))
  const panel = await atTheDoor(feishu, door)
  await panel.tap('gap-0')
  await panel.tap('length-15')
  await expect.poll(() => panel.text('notice')).toContain('Please check in here then')
  expect(entries(feishu)).toMatchObject([{ isDeleted: false, requests: [{ answer: 'accept' }] }])
  await panel.waitFor({ occupancy: 'free' })
})

test('another room is found and booked with three taps', async ({ feishu, door, expect }) => {
  feishu.book(feishu.at(-10), feishu.at(60))
  const other = feishu.world.addRoom({ name: 'Camellia' })
  const panel = await atTheDoor(feishu, door, 'inUse')
  await panel.tap('find-room')
  expect(await panel.text('found-0')).toContain('same floor')
  await panel.tap('found-0')
  await panel.tap('book-found')
  await expect.poll(() => panel.text('notice')).toContain('Camellia is booked until')
  const times = { from: feishu.at(-5), to: feishu.at(10) }
  expect(feishu.world.staysIn(other, times)).toHaveLength(1)
  expect(feishu.world.staysIn(feishu.room, times)).toHaveLength(1)
})
