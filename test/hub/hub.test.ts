import { expect, test } from 'vitest'
import type { Http, HttpRequest } from '../../engine/ports.ts'
import { bookingIdOf } from '../../shared/booking/booking.ts'
import { minutes, seconds } from '../../shared/time/time.ts'
import { at } from '../support/builders.ts'
import { aCompany } from '../support/hub/a-company.ts'
import { lastWordOf, type LineDoor } from '../support/line/line-door.ts'
import { httpOf } from '../support/world-http.ts'

const meetingShownAt = ({ panel }: LineDoor) => {
  const { occupancy } = panel.current()
  return occupancy.kind === 'inUse' ? occupancy.booking : undefined
}

/** Two doors of one room in which a meeting runs, and one of another room, which is free. */
async function threeDoors(http?: (world: Company['world']) => Http) {
  const company = await aCompany('10:05', { rooms: 2 })
  const { world, rooms, clock } = company
  const [first, second] = rooms
  if (first === undefined || second === undefined) throw new Error('The company has two rooms')
  const event = world.book(first, { from: at('10:00'), to: at('11:00'), title: 'Weekly' })
  await company.assign(first.id, 'door-a', 'door-b')
  await company.assign(second.id, 'door-c')
  const hub = await company.hub('hub-1', http?.(world))
  const doors = [await company.door('door-a'), await company.door('door-b')] as const
  const other = await company.door('door-c')
  await clock.advance(seconds(6))
  const booking = bookingIdOf(`${event.uid}/0/${at('10:00') / 1000}`)
  return { ...company, hub, doors, other, booking, event }
}

/** How many replies changed something: for a single event the first name that is tried is refused. */
const carriedOut = ({ replies }: Company['world']): number =>
  replies.filter(({ effect }) => effect !== undefined).length

type Company = Awaited<ReturnType<typeof aCompany>>

test('each door shows its own room, and no door makes a call', async () => {
  const { doors, other, booking, world } = await threeDoors()
  expect(doors.map(meetingShownAt)).toMatchObject([{ id: booking, title: 'Weekly' }, { id: booking }])
  expect(other.occupancy()).toBe('free')
  // One for both rooms, and another look at the one that seems free.
  expect(world.callsTo('freebusy')).toBe(2)
})

test('an end at one door is seen at the other within a second, and one reply was sent', async () => {
  const { doors, clock, world, store, booking } = await threeDoors()
  const [a, b] = doors
  const ended = a.panel.endMeeting(booking)
  await clock.advance(seconds(1))
  expect([a.occupancy(), b.occupancy()]).toEqual(['free', 'free'])
  await ended
  expect(lastWordOf(a)).toMatchObject({ kind: 'end', outcome: { kind: 'done' } })
  expect(carriedOut(world)).toBe(1)
  const attempts = await store.attempts.endingAfter(at('00:00'))
  expect(attempts).toMatchObject({ value: [{ booking, verdict: 'end', door: 'door-a', outcome: 'done' }] })
})

test('of two doors that end one meeting at the same moment one reply is sent, and both say that it is over', async () => {
  const { doors, clock, world, booking } = await threeDoors()
  const ended = Promise.all(doors.map(({ panel }) => panel.endMeeting(booking)))
  await clock.advance(seconds(5))
  await ended
  expect(carriedOut(world)).toBe(1)
  expect(doors.map(lastWordOf)).toMatchObject([{ outcome: { kind: 'done' } }, { outcome: { kind: 'done' } }])
})

test('without its database the hub tells its doors what it reads, and sends nothing', async () => {
  const { doors, clock, world, store, booking } = await threeDoors()
  store.state.isDown = true
  await clock.advance(minutes(2))
  expect(doors.map((door) => door.panel.current().connection.kind)).toEqual(['live', 'live'])
  const ended = doors[0].panel.endMeeting(booking)
  await clock.advance(seconds(50))
  await ended
  expect(world.replies).toEqual([])
  expect(lastWordOf(doors[0])).toMatchObject({ outcome: { kind: 'refused' } })
  store.state.isDown = false
  await clock.advance(seconds(10))
  const again = doors[0].panel.endMeeting(booking)
  await clock.advance(seconds(5))
  await again
  expect(carriedOut(world)).toBe(1)
})

test('a list that lacks the running meeting once turns no door green', async () => {
  let isEmpty = false
  const { doors, clock, world, event } = await threeDoors((of) => async (request) => {
    const answer = await httpOf(of)(request)
    if (!isEmpty || !isReading(request)) return answer
    isEmpty = false
    return { ...answer, text: JSON.stringify({ code: 0, data: { free_busy: {} } }) }
  })
  isEmpty = true
  await clock.advance(minutes(3))
  expect(isEmpty).toBe(false)
  expect(doors.flatMap(({ shown }) => shown.map(({ occupancy }) => occupancy.kind))).not.toContain('free')
  world.cancel(event)
  await clock.advance(minutes(3))
  expect(doors.map((door) => door.occupancy())).toEqual(['free', 'free'])
})

test('a broker that was started anew has everything again', async () => {
  const company = await threeDoors()
  const { doors, clock, broker, booking, world } = company
  await clock.advance(seconds(60))
  const readings = world.callsTo('freebusy')
  broker.kill()
  const late = await company.door('door-b')
  await clock.advance(seconds(1))
  broker.start()
  await clock.advance(seconds(12))
  // Not by a reading that has come since: the doors have what the hub knew before.
  expect(world.callsTo('freebusy')).toBe(readings)
  expect([doors[0], late].map(meetingShownAt)).toMatchObject([{ id: booking }, { id: booking }])
})

const isReading = ({ url }: HttpRequest): boolean => url.includes('/freebusy/')
const isReply = ({ url }: HttpRequest): boolean => url.includes('/instance/reply')

test('forty-five rooms are read twenty at a time, each of them in time, with and without meetings', async () => {
  const company = await aCompany('10:00', { rooms: 45 })
  const { world, clock, rooms } = company
  for (const [index, room] of rooms.entries())
    if (index % 3 > 0)
      world.book(room, { from: at('10:15') + minutes(index), to: at('10:45') + minutes(index) })
  const last = rooms.at(-1)
  await company.assign(last?.id ?? '', 'door-a')
  const sizes: number[] = []
  const together = new Map<number, number>()
  await company.hub('hub-1', (request) => {
    if (isReading(request)) {
      const size = new URL(request.url).searchParams.getAll('room_ids').length
      sizes.push(size)
      together.set(clock.now(), (together.get(clock.now()) ?? 0) + size)
    }
    return httpOf(world)(request)
  })
  const door = await company.door('door-a')
  const ages: number[] = []
  for (let passed = 0; passed < 20; passed++) {
    // oxlint-disable-next-line no-await-in-loop -- one minute after the other
    await clock.advance(minutes(1))
    ages.push(clock.now() - (door.panel.current().connection.readAt ?? 0))
  }
  // The last call of a round may have fewer, when each of the others has its room.
  for (const size of together.values()) expect([20, 40, 45]).toContain(size)
  expect(Math.max(...ages)).toBeLessThan(minutes(2))
  expect(sizes.length).toBeLessThan(150)
})

test.each([
  ['before it sends', 0, 'inUse'],
  ['once it has sent', 1, 'free'],
] as const)('a hub that dies %s is followed by one that sends no second reply', async (when, sent, truth) => {
  const company = await aCompany('10:05')
  const { world, clock, rooms } = company
  const [room] = rooms
  if (room === undefined) throw new Error('The company has a room')
  // Of a series: the first request that is sent for it hits it.
  world.book(room, { from: at('10:00'), to: at('11:00'), uid: 'series', repeats: { every: 'week' } })
  await company.assign(room.id, 'door-a', 'door-b')
  let isDead = false
  const first = await company.hub('hub-1', async (request) => {
    if (!isReply(request)) return httpOf(world)(request)
    if (when === 'once it has sent') await httpOf(world)(request)
    isDead = true
    first.die()
    return new Promise(() => undefined)
  })
  const second = await company.hub('hub-2')
  const doors = [await company.door('door-a'), await company.door('door-b')] as const
  await clock.advance(seconds(6))
  const booking = bookingIdOf(`series/0/${at('10:00') / 1000}`)
  const ended = doors[0].panel.endMeeting(booking)
  await clock.advance(seconds(1))
  expect(isDead).toBe(true)
  // The other hub leads within 15 s, and its first view lives by its first pulse.
  await clock.advance(seconds(14))
  expect(second.log.events()).toContain('hub.leads')
  await clock.advance(seconds(5))
  expect(doors.map((door) => door.occupancy())).toEqual([truth, truth])
  await clock.advance(minutes(1))
  await ended
  expect(lastWordOf(doors[0])).toMatchObject({ outcome: { kind: sent === 1 ? 'done' : 'uncertain' } })
  const again = doors[1].panel.endMeeting(booking)
  await clock.advance(minutes(1))
  await again
  expect(world.replies).toHaveLength(sent)
  expect(doors.map((door) => door.occupancy())).toEqual([truth, truth])
})
