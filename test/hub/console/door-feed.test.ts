import { expect, test } from 'vitest'
import { createDoorFeed } from '../../../hub/console/door-feed.ts'
import { createRoomNames } from '../../../hub/console/room-names.ts'
import type { DoorNews } from '../../../shared/console/door-row.ts'
import { err, ok } from '../../../shared/result.ts'
import { hours, minutes, seconds } from '../../../shared/time/time.ts'
import { at } from '../../support/builders.ts'
import { aCompany } from '../../support/hub/a-company.ts'
import { lineTo } from '../../support/line/line-door.ts'
import { createMemoryLog } from '../../support/memory/memory-log.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'

/** A hub with a room in use, a door, and the feed of a console that somebody looks at. */
async function aWatchedCompany() {
  const company = await aCompany('10:05')
  const { world, clock, rooms, broker, store } = company
  const [room] = rooms
  if (room === undefined) throw new Error('The company has a room')
  world.book(room, { from: at('10:00'), to: at('11:00') })
  await company.assign(room.id, 'door-a')
  await company.hub('hub-1')
  const door = await company.door('door-a')
  // It begins to hear when the door has long shown what it shows.
  await clock.advance(seconds(40))
  const line = lineTo(broker, clock, 'hub-console')
  const feed = createDoorFeed({
    line,
    clock,
    doors: store.doors,
    listRooms: async () => [{ id: room.id, name: 'Magnolia', place: ['Shanghai', '4F'] }],
  })
  await clock.advance(seconds(1))
  const told: DoorNews[] = []
  return { ...company, room, door, line, feed, told, tell: (news: DoorNews) => void told.push(news) }
}

test('the console knows each door with its room’s name, and hears of a change at once', async () => {
  const { room, world, clock, door, feed, told, tell } = await aWatchedCompany()
  const all = await feed.all()
  expect(all).toMatchObject({ isWhole: true, isBrokerConnected: true, isDatabaseUp: true, gone: [] })
  const row = { door: 'door-a', room: room.id, roomName: 'Magnolia', place: 'Shanghai · 4F' }
  expect(all.rows).toMatchObject([{ ...row, isHere: true, occupancy: 'inUse', version: '0.1.0', outbox: 0 }])
  expect(all.rows[0]).not.toHaveProperty('since')
  feed.follow(tell)
  await clock.advance(seconds(5))
  told.splice(0)
  const [booking] = door.panel.current().bookings
  if (booking) void door.panel.endMeeting(booking.id)
  await clock.advance(seconds(15))
  expect(world.replies.length).toBeGreaterThan(0)
  const change = told.find(({ rows }) => rows[0]?.occupancy === 'free')
  expect(change).toMatchObject({ isWhole: false, rows: [{ door: 'door-a', occupancy: 'free' }] })
  expect(change?.now ?? 0).toBeLessThanOrEqual((change?.rows[0]?.since ?? 0) + seconds(1))
})

test('a door that goes, comes or is enrolled is told, and nothing is told twice', async () => {
  const { room, broker, clock, assign, feed, told, tell } = await aWatchedCompany()
  await feed.all()
  feed.follow(tell)
  await assign(room.id, 'door-b')
  await clock.advance(seconds(6))
  expect(told.flatMap(({ rows }) => rows.map(({ door }) => door))).toContain('door-b')
  broker.breakOff('door-a')
  broker.accounts.delete('door-a')
  await clock.advance(minutes(2))
  expect(told.flatMap(({ rows }) => rows).findLast(({ door }) => door === 'door-a')).toMatchObject({
    isHere: false,
  })
  told.splice(0)
  await clock.advance(minutes(1))
  expect(told).toEqual([])
})

test('a door that was let go is gone, and a feed that nobody follows asks nothing', async () => {
  const { clock, store, feed, told, tell } = await aWatchedCompany()
  await feed.all()
  const unfollow = feed.follow(tell)
  await store.doors.unassign('door-a')
  await clock.advance(seconds(6))
  expect(told.at(-1)).toMatchObject({ rows: [], gone: ['door-a'], isWhole: false })
  unfollow()
  told.splice(0)
  store.state.isDown = true
  await clock.advance(minutes(1))
  expect(told).toEqual([])
})

test('without the broker or the database the console says so, and keeps what it knew', async () => {
  const { broker, clock, store, feed, told, tell } = await aWatchedCompany()
  await feed.all()
  feed.follow(tell)
  store.state.isDown = true
  await clock.advance(seconds(6))
  expect(told.at(-1)).toMatchObject({ isDatabaseUp: false, gone: [] })
  broker.kill()
  await clock.advance(seconds(6))
  expect(told.at(-1)).toMatchObject({ isBrokerConnected: false })
  expect(feed.pulse()).toMatchObject({ isBrokerConnected: false, isWhole: false, rows: [] })
  feed.stop()
})

test('the rooms’ names are read once in twelve hours, and soon again after a failure', async () => {
  const clock = createVirtualClock()
  let [asked, isUp] = [0, false]
  const listRooms = createRoomNames({
    clock,
    log: createMemoryLog(),
    company: {
      readRooms: async () => {
        asked += 1
        return isUp
          ? ok([{ id: 'room-1', name: 'Magnolia', place: [] }])
          : err({ code: 'rateLimited' as const })
      },
    },
  })
  const names = async () => {
    await listRooms()
    await clock.advance(0)
    return (await listRooms()).map(({ name }) => name)
  }
  expect([await names(), asked]).toEqual([[], 1])
  isUp = true
  await clock.advance(minutes(10))
  expect([await names(), asked]).toEqual([['Magnolia'], 2])
  await clock.advance(hours(11))
  expect([await names(), asked]).toEqual([['Magnolia'], 2])
  await clock.advance(hours(1))
  await names()
  expect(asked).toBe(3)
})
