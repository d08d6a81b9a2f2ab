import { expect, test } from 'vitest'
import { minutes, seconds } from '../../../../shared/time/time.ts'
import { lastWordOf } from '../../../support/line/line-door.ts'
import { aScriptedHub } from '../../../support/line/scripted-hub.ts'
import { aBooking, at } from '../../../support/builders.ts'
import { aView } from '../../../support/line/messages.ts'

const meeting = aBooking('10:00', '11:00')
const running = aView({
  bookings: [meeting],
  readAt: at('10:04:30'),
  room: { id: 'omm_1', readAt: at('10:04') },
})
const over = { ...running, seq: 2, bookings: [], titles: [], readAt: at('10:05:01') }

/** A hub with one door, which shows the running meeting. */
async function aDoorInUse() {
  const hub = await aScriptedHub('10:05')
  const door = await hub.door('door-a')
  await hub.tell('door-a', running)
  await hub.living(seconds(1))
  return { hub, door }
}

test('a door shows what its hub tells it, with the age that it has', async () => {
  const hub = await aScriptedHub('10:05')
  await hub.tell('door-a', running)
  const door = await hub.door('door-a')
  await hub.living(seconds(1))
  expect(door.panel.current()).toMatchObject({
    occupancy: { kind: 'inUse', booking: { id: meeting.id, title: 'Weekly' } },
    connection: { kind: 'live', readAt: at('10:04:30') },
  })
})

test('a retained view proves nothing before its hub was heard', async () => {
  const hub = await aScriptedHub('10:05')
  await hub.tell('door-a', { ...running, bookings: [] })
  const door = await hub.door('door-a')
  await hub.clock.advance(minutes(1))
  expect(door.occupancy()).toBe('unknown')
  await hub.pulse(2)
  await hub.clock.advance(seconds(1))
  expect(door.occupancy()).toBe('unknown')
  await hub.pulse(1)
  await hub.clock.advance(seconds(1))
  expect(door.occupancy()).toBe('unknown')
  await hub.tell('door-a', { ...running, epoch: 2, bookings: [] })
  await hub.living(seconds(1), 2)
  expect(door.occupancy()).toBe('free')
})

test('a door says so when its hub falls silent, and is no longer green', async () => {
  const hub = await aScriptedHub('10:05')
  await hub.tell('door-a', { ...running, bookings: [], readAt: at('10:05') })
  const door = await hub.door('door-a')
  await hub.living(seconds(20))
  expect(door.panel.current()).toMatchObject({ occupancy: { kind: 'free' }, connection: { kind: 'live' } })
  await hub.clock.advance(seconds(16))
  expect(door.panel.current()).toMatchObject({
    occupancy: { kind: 'unknown', reason: 'unreachable' },
    connection: { kind: 'offline', readAt: at('10:05') },
  })
  await hub.tell('door-a', { ...running, seq: 2, bookings: [], readAt: hub.clock.now() })
  await hub.living(seconds(1))
  expect(door.panel.current()).toMatchObject({ occupancy: { kind: 'free' }, connection: { kind: 'live' } })
})

test('of a meeting that runs when the hub falls silent the door says no more than that it was there', async () => {
  const hub = await aScriptedHub('10:05')
  await hub.tell('door-a', { ...running, readAt: at('10:05') })
  const door = await hub.door('door-a')
  await hub.living(seconds(1))
  await hub.clock.advance(seconds(14))
  expect(door.occupancy()).toBe('inUse')
  await hub.clock.advance(seconds(2))
  expect(door.panel.current()).toMatchObject({
    occupancy: { kind: 'unknown', reason: 'unreachable', running: { id: meeting.id } },
    connection: { kind: 'offline', readAt: at('10:05') },
  })
})

test('a view that comes late, or twice, or from a hub that no longer leads, changes nothing', async () => {
  const hub = await aScriptedHub('10:05')
  await hub.tell('door-a', { ...running, epoch: 2, seq: 5 })
  const door = await hub.door('door-a')
  await hub.living(seconds(1), 2)
  const shown = door.shown.length
  for (const late of [running, { ...over, epoch: 2, seq: 4 }, { ...over, epoch: 1, seq: 99 }])
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await hub.tell('door-a', late)
  await hub.living(seconds(1), 2)
  expect(door.occupancy()).toBe('inUse')
  expect(door.shown.length).toBe(shown)
})

test('an end at one door is carried out by the hub, and seen at both', async () => {
  const hub = await aScriptedHub('10:05')
  const doors = [await hub.door('door-a'), await hub.door('door-b')] as const
  const tellBoth = (view: typeof running) => Promise.all(['door-a', 'door-b'].map((d) => hub.tell(d, view)))
  await tellBoth(running)
  hub.answering(async () => {
    await tellBoth(over)
    return { kind: 'done' }
  })
  await hub.living(seconds(1))
  const ended = doors[0].panel.endMeeting(meeting.id)
  await hub.living(seconds(1))
  await ended
  expect(hub.asks).toMatchObject([{ v: 1, kind: 'end', booking: meeting.id }])
  expect(doors.map((door) => door.occupancy())).toEqual(['free', 'free'])
  expect(lastWordOf(doors[0])).toMatchObject({ kind: 'end', outcome: { kind: 'done' } })
})

test.each([
  ['refuses for a reason of the calendar’s', { kind: 'refused', reason: 'rateLimited' }, 'rateLimited'],
  ['can’t tell a series', { kind: 'refused', reason: 'seriesUnknown' }, 'seriesUnknown'],
  ['no longer leads', { kind: 'refused', reason: 'notLeading' }, 'unexpected'],
] as const)('when the hub %s the door says why nothing happened', async (_what, outcome, reason) => {
  const { hub, door } = await aDoorInUse()
  hub.answering(async () => outcome)
  const ended = door.panel.endMeeting(meeting.id)
  await hub.living(seconds(1))
  await ended
  expect(lastWordOf(door)).toMatchObject({ outcome: { kind: 'refused', reason } })
})

test('an end is not sent at all while the broker is not reached', async () => {
  const { hub, door } = await aDoorInUse()
  hub.broker.kill()
  const ended = door.panel.endMeeting(meeting.id)
  await hub.clock.advance(seconds(1))
  await ended
  expect(hub.asks).toEqual([])
  expect(lastWordOf(door)).toMatchObject({ outcome: { kind: 'refused', reason: 'unreachable' } })
})

test('an end that the hub never answers stays in doubt, and is not sent again', async () => {
  const { hub, door } = await aDoorInUse()
  const ended = door.panel.endMeeting(meeting.id)
  await hub.living(minutes(1))
  await ended
  expect(hub.asks).toHaveLength(1)
  expect(lastWordOf(door)).toMatchObject({ outcome: { kind: 'uncertain' } })
})

test('a reading that the hub made long ago is not asked for again at once', async () => {
  const hub = await aScriptedHub('10:05')
  const door = await hub.door('door-a')
  await hub.tell('door-a', { ...running, readAt: at('09:55'), room: { id: 'omm_1', readAt: at('06:00') } })
  await hub.living(minutes(3))
  expect(door.occupancy()).toBe('inUse')
})

test('an end whose answer is lost is proven by the next view', async () => {
  const { hub, door } = await aDoorInUse()
  const ended = door.panel.endMeeting(meeting.id)
  await hub.living(seconds(20))
  await hub.tell('door-a', over)
  await hub.living(seconds(40))
  await ended
  expect(hub.asks).toHaveLength(1)
  expect(lastWordOf(door)).toMatchObject({ outcome: { kind: 'done' } })
})
