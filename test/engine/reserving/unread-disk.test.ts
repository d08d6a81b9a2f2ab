import { expect, test } from 'vitest'
import { ok } from '../../../shared/result.ts'
import { hours, minutes, plus, seconds } from '../../../shared/time/time.ts'
import * as faults from '../../../simulator/faults/fault.ts'
import { aBookableRoom } from '../../support/a-booking-door.ts'

/** A panel dies while the room considers a booking of a quarter of an hour, and the next one begins some time after. */
async function killedWhileWaiting(answersAfter: number) {
  const scene = aBookableRoom()
  const { clock, world, reservations } = scene
  world.switches.roomAnswersAfter = [answersAfter, answersAfter]
  const first = await scene.start({ at: 13, when: 'after' })
  void first.panel.book({ kind: 'now', length: 15 })
  await clock.advance(seconds(5))
  expect(first.isDead()).toBe(true)
  const states = () =>
    reservations.kept.kind === 'found' ? reservations.kept.reservations.map(({ state }) => state.kind) : []
  expect(states()).toEqual(['waiting'])
  return { ...scene, states }
}

test('while the disk can not be read, what has no room is taken out of the calendar by its own list', async () => {
  const { clock, reservations, start, entries } = await killedWhileWaiting(Infinity)
  reservations.failing = 'unreadable'
  const door = await start()
  await clock.advance(minutes(1))
  expect([door.occupancy(), entries().length]).toEqual(['unknown', 1])
  await clock.advance(minutes(2))
  expect([door.occupancy(), entries().length]).toEqual(['free', 0])
})

test('what the room has accepted since the last reading is read before the door is green', async () => {
  const { clock, reservations, start } = await killedWhileWaiting(seconds(110))
  reservations.failing = 'unreadable'
  const door = await start()
  await clock.advance(minutes(2) + seconds(5))
  expect(door.shown.map(({ occupancy }) => occupancy.kind)).not.toContain('free')
  expect(door.occupancy()).not.toBe('unknown')
})

test('a list that fails is asked for again', async () => {
  const { clock, reservations, world, start, entries } = await killedWhileWaiting(Infinity)
  reservations.failing = 'unreadable'
  world.fail('events', faults.refusal(99991672, 'no scope', 400), { until: plus(clock.now(), minutes(3)) })
  await start()
  await clock.advance(minutes(3))
  expect(entries()).toHaveLength(1)
  await clock.advance(minutes(3))
  expect(entries()).toEqual([])
})

test('what people had to its end before the disk could be read stays booked, and is no news', async () => {
  const { clock, reservations, start, entries, states } = await killedWhileWaiting(seconds(4))
  reservations.failing = 'unreadable'
  const door = await start()
  await clock.advance(minutes(5))
  expect(['awaitingCheckIn', 'inUse']).toContain(door.occupancy())
  await clock.advance(minutes(15))
  reservations.failing = undefined
  await clock.advance(minutes(1))
  expect([entries().length, states()]).toEqual([1, ['booked']])
  expect(door.shown.map(({ reserving }) => reserving.kind)).not.toContain('booked')
})

test('long after the tap one reading that fails does not take the room away from its people', async () => {
  const { clock, world, start, states } = await killedWhileWaiting(seconds(4))
  await clock.advance(minutes(3))
  world.fail('freebusy', faults.refusal(99991672, 'no scope', 400), {
    until: plus(clock.now(), seconds(2)),
  })
  const door = await start()
  await clock.advance(seconds(20))
  expect([door.occupancy(), states()]).toEqual(['inUse', ['booked']])
})

test('what a disk has lost that was made right before is found soon', async () => {
  const { clock, reservations, start, entries } = await killedWhileWaiting(Infinity)
  reservations.kept = { kind: 'missing' }
  await start()
  await clock.advance(minutes(1))
  expect(entries()).toHaveLength(1)
  await clock.advance(minutes(2))
  expect(entries()).toEqual([])
})

test('the night in which the calendar is swept is the server’s, also at a tablet that stands in another hour', async () => {
  const { clock, reservations, world, start, entries } = await killedWhileWaiting(Infinity)
  reservations.kept = { kind: 'missing' }
  world.fail('events', faults.refusal(99991672, 'no scope', 400), { until: plus(clock.now(), minutes(5)) })
  clock.unsureBy = Infinity
  clock.drift(-hours(5))
  await start()
  await clock.advance(seconds(1))
  clock.unsureBy = 0
  clock.drift(hours(5))
  await clock.advance(hours(16))
  expect(entries()).toHaveLength(1)
  await clock.advance(hours(2))
  expect(entries()).toEqual([])
})

test('the calendar is swept of what a door has left at which booking was switched off since', async () => {
  const { clock, paper, configuration, reservations, start, entries } = await killedWhileWaiting(Infinity)
  const { kept } = reservations
  if (kept.kind !== 'found') throw new Error('Nothing was kept')
  // It was given up, and a request that was late has made it all the same.
  const gone = { kind: 'gone', because: 'unreachable', at: clock.now() } as const
  reservations.kept = { ...kept, reservations: kept.reservations.map((one) => ({ ...one, state: gone })) }
  paper.says = ok({ ...configuration, booking: { ...configuration.booking, who: 'off' } })
  await start()
  await clock.advance(hours(16))
  expect(entries()).toHaveLength(1)
  await clock.advance(hours(2))
  expect(entries()).toEqual([])
})

test('a panel that takes a booking up asks for the time that an answer has put in doubt, and does not wait for its next reading', async () => {
  const { clock, meddle, start, states } = await killedWhileWaiting(seconds(4))
  clock.unsureBy = Infinity
  let readings = 0
  meddle((http) => async (request) => {
    if (request.url.includes('/freebusy/')) readings += 1
    if (readings > 1) clock.unsureBy = 0
    return http(request)
  })
  const door = await start()
  await clock.advance(seconds(10))
  expect([door.occupancy(), readings]).toEqual(['reserving', 1])
  await clock.advance(seconds(15))
  expect([door.occupancy(), states()]).toEqual(['inUse', ['booked']])
})
