import { expect, test } from 'vitest'
import { minutes, seconds } from '../../../shared/time/time.ts'
import * as faults from '../../../simulator/faults/fault.ts'
import { aBookableRoom } from '../../support/a-booking-door.ts'
import { at } from '../../support/builders.ts'

/** What the simulated world found out about bookings at the door. */

test('what the disk does not take is not booked: a later panel would take the room away from its people', async () => {
  const scene = aBookableRoom()
  const { clock, reservations, world, entries } = scene
  world.switches.roomAnswersAfter = [4000, 4000]
  const door = await scene.start()
  void door.panel.book({ kind: 'now', length: 15 })
  await clock.advance(seconds(2))
  reservations.failing = 'unwritable'
  await clock.advance(seconds(30))
  expect(door.shown.map(({ reserving }) => reserving.kind)).not.toContain('booked')
  expect(entries()).toEqual([])
})

test('what the journal does not take is not booked', async () => {
  const scene = aBookableRoom()
  const { clock, journal, entries } = scene
  const door = await scene.start()
  await clock.advance(seconds(2))
  journal.failing = 'unwritable'
  void door.panel.book({ kind: 'now', length: 15 })
  await clock.advance(seconds(30))
  expect(door.shown.map(({ reserving }) => reserving.kind)).not.toContain('booked')
  expect(entries()).toEqual([])
})

test('an entry that the calendar does not say anything about is in doubt after a minute, and is found later', async () => {
  const scene = aBookableRoom()
  const { clock, world, entries } = scene
  const door = await scene.start()
  world.fail('createEvent', faults.answerLost(), { times: 2 })
  const heal = world.fail('events', faults.refusal(99991672, 'no scope', 400))
  void door.panel.book({ kind: 'now', length: 15 })
  await clock.advance(seconds(59))
  expect(door.occupancy()).toBe('reserving')
  await clock.advance(seconds(3))
  expect(door.last().reserving.kind).toBe('uncertain')
  expect(entries()).toHaveLength(1)
  heal()
  await clock.advance(minutes(3))
  expect(entries()).toEqual([])
})

test('what a writer of the calendar has moved meanwhile is not the visitor’s booking', async () => {
  const scene = aBookableRoom()
  const { clock, world, app, entries } = scene
  world.switches.roomAnswersAfter = [3000, 3000]
  const door = await scene.start()
  void door.panel.book({ kind: 'now', length: 15 })
  await clock.advance(seconds(2))
  const [event] = world.eventsOf(app)
  if (event === undefined) throw new Error('Nothing was made')
  world.moveByHand(event, { from: at('12:00'), to: at('12:15') })
  await clock.advance(seconds(30))
  expect(door.shown.map(({ reserving }) => reserving.kind)).not.toContain('booked')
  expect(entries()).toEqual([])
})

test('a tablet whose own time is behind takes its bookings up by the server’s', async () => {
  const scene = aBookableRoom()
  const { clock, world, entries } = scene
  world.switches.roomAnswersAfter = [Infinity, Infinity]
  const first = await scene.start({ at: 13, when: 'after' })
  void first.panel.book({ kind: 'now', length: 15 })
  await clock.advance(seconds(5))
  expect(first.isDead()).toBe(true)
  // It begins two hours in the past, and a second later it hears what time it is.
  clock.unsureBy = Infinity
  clock.drift(-minutes(120))
  const second = await scene.start()
  await clock.advance(seconds(1))
  clock.unsureBy = 0
  clock.drift(minutes(120))
  await clock.advance(minutes(2))
  expect([second.occupancy(), entries()]).toEqual(['free', []])
})

test('a panel that begins anew does not say again what was booked hours ago', async () => {
  const scene = aBookableRoom()
  const { clock } = scene
  const first = await scene.start()
  void first.panel.book({ kind: 'now', length: 15 })
  await clock.advance(seconds(5))
  expect(first.last().reserving.kind).toBe('booked')
  first.panel.stop()
  const second = await scene.start()
  await clock.advance(seconds(1))
  expect(second.shown.map(({ reserving }) => reserving.kind)).not.toContain('booked')
})

test.each(['accepted', 'refused'] as const)(
  'a server on the way makes an entry twice, and passes the refusal of the second on: it is found (past start %s)',
  async (pastStart) => {
    const scene = aBookableRoom()
    const { clock, world, app } = scene
    world.switches.sameKey = 'refused'
    world.switches.pastStart = pastStart
    scene.meddle((send) => async (request) => {
      const answer = await send(request)
      return request.method === 'POST' && request.url.includes('idempotency_key') ? send(request) : answer
    })
    const door = await scene.start()
    void door.panel.book({ kind: 'now', length: 15 })
    await clock.advance(seconds(20))
    expect([door.occupancy(), world.eventsOf(app).length]).toEqual(['inUse', 1])
  },
)

test('who ends a meeting that was extended twice ends both extensions', async () => {
  const scene = aBookableRoom()
  const { clock, world, room, entries } = scene
  world.book(room, { from: at('09:30'), to: at('10:30') })
  const door = await scene.start()
  for (const length of [15, 30]) {
    void door.panel.book({ kind: 'extend', length })
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await clock.advance(seconds(8))
  }
  expect(entries()).toHaveLength(2)
  const { occupancy } = door.panel.current()
  if (occupancy.kind !== 'inUse') throw new Error('No meeting runs')
  void door.panel.endMeeting(occupancy.booking.id)
  await clock.advance(seconds(20))
  expect([door.occupancy(), entries()]).toEqual(['free', []])
})

test('a disk that can not be read for some time makes the door forget no booking, nor overwrite any', async () => {
  const scene = aBookableRoom()
  const { clock, reservations } = scene
  const first = await scene.start()
  void first.panel.book({ kind: 'now', length: 15 })
  await clock.advance(seconds(5))
  first.panel.stop()
  reservations.failing = 'unreadable'
  const second = await scene.start()
  await clock.advance(minutes(16))
  // What was under way can not be any more: the door is green again, and books nothing as long as it can't know what there is.
  expect(second.occupancy()).toBe('free')
  void second.panel.book({ kind: 'now', length: 15 })
  await clock.advance(seconds(5))
  expect(second.last().reserving).toMatchObject({ kind: 'notBooked', because: 'notStored' })
  reservations.failing = undefined
  await clock.advance(minutes(1))
  void second.panel.book({ kind: 'now', length: 15 })
  await clock.advance(seconds(5))
  expect(reservations.kept).toMatchObject({
    reservations: [{ state: { kind: 'booked' } }, { state: { kind: 'booked' } }],
  })
})

test('while the disk can not be read the door is not green for two minutes: it may have been booking', async () => {
  const scene = aBookableRoom()
  scene.reservations.failing = 'unreadable'
  const door = await scene.start()
  await scene.clock.advance(seconds(115))
  expect(door.occupancy()).toBe('unknown')
  await scene.clock.advance(seconds(10))
  expect(door.occupancy()).toBe('free')
})

test('an entry of which no answer told is found where a writer of the calendar has moved it', async () => {
  const scene = aBookableRoom()
  const { clock, world, app, entries } = scene
  const door = await scene.start()
  world.fail('createEvent', faults.answerLost(), { times: 2 })
  const heal = world.fail('events', faults.refusal(190003, 'internal', 500))
  void door.panel.book({ kind: 'now', length: 15 })
  await clock.advance(seconds(1))
  const [event] = world.eventsOf(app)
  if (event === undefined) throw new Error('Nothing was made')
  world.moveByHand(event, { from: at('11:00'), to: at('11:15') })
  heal()
  await clock.advance(minutes(2))
  expect([door.occupancy(), entries()]).toEqual(['free', []])
})

test.each([{ mode: 'auto' }, { mode: 'auto', opensMinutesBefore: 0 }, { mode: 'off' }])(
  'a calendar that makes nothing that has begun books from the next minute on, and the door is not green until then (%o)',
  async (checkIn) => {
    const { world, clock, start } = aBookableRoom({ checkIn })
    const door = await start()
    world.switches.pastStart = 'refused'
    const before = door.shown.length
    void door.panel.book({ kind: 'now', length: 15 })
    await clock.advance(minutes(2))
    const kinds = door.shown.slice(before).map(({ occupancy }) => occupancy.kind)
    expect(new Set(kinds)).toEqual(new Set(['reserving', 'inUse']))
  },
)

test('a booking that can be neither looked at nor taken out may have the room: the door is not green by an older reading', async () => {
  const scene = aBookableRoom()
  const { clock, world } = scene
  const door = await scene.start()
  for (const call of ['attendees', 'deleteEvent'] as const)
    world.fail(call, faults.refusal(190003, 'internal', 500))
  void door.panel.book({ kind: 'now', length: 15 })
  await clock.advance(seconds(70))
  expect(door.last().reserving.kind).toBe('uncertain')
  expect(door.occupancy()).not.toBe('free')
})

test('a start that would have passed when the request arrives is not asked for', async () => {
  const scene = aBookableRoom()
  const { clock, world, entries } = scene
  world.switches.pastStart = 'refused'
  const door = await scene.start()
  await clock.advance(seconds(39))
  const before = world.callsTo('createEvent')
  void door.panel.book({ kind: 'now', length: 15 })
  await clock.advance(seconds(6))
  expect(entries()).toMatchObject([{ span: { start: at('10:02') } }])
  expect([world.callsTo('createEvent') - before, door.occupancy()]).toEqual([2, 'inUse'])
})
