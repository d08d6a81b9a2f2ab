import { expect, test } from 'vitest'
import { minutes, seconds } from '../../../shared/time/time.ts'
import { refusal } from '../../../simulator/faults/fault.ts'
import { aBookableRoom } from '../../support/a-booking-door.ts'
import { at } from '../../support/builders.ts'

/** A door at 10:00:20 whose room is in use, or closed, with other rooms. */
async function atTheDoor(isClosed = false) {
  const scene = aBookableRoom()
  const { clock, world, room } = scene
  world.book(room, { from: at('09:30'), to: at('11:00') })
  if (isClosed) world.disableRoom(room, { reason: 'Painting' })
  const home = room.levels.slice(0, -1)
  world.addLevel([...home, 'upstairs'], 'F4')
  world.addLevel(['other', 'street'], 'F2')
  const add = (name: string, levels = room.levels, from?: string) => {
    const added = world.addRoom({ name, levels })
    if (from !== undefined) world.book(added, { from: at(from), to: at('11:30') })
    return added
  }
  const rooms = {
    free: add('Free', room.levels, '11:00'),
    upstairs: add('Upstairs', [...home, 'upstairs']),
    away: add('Away', ['other', 'street']),
    taken: add('Taken', room.levels, '09:00'),
    soon: add('Soon', room.levels, '10:20'),
  }
  const door = await scene.start()
  const after = async (acting: Promise<void>): Promise<void> => {
    await clock.advance(seconds(8))
    await acting
  }
  return {
    ...scene,
    ...door,
    rooms,
    find: () => after(door.panel.findRooms()),
    book: (id: string) => after(door.panel.book({ kind: 'elsewhere', room: id })),
    found: () => {
      const { found } = door.panel.current()
      return found?.kind === 'found' ? found.rooms : []
    },
    staysIn: (one: typeof room) =>
      world.staysIn(one, { from: at('10:00'), to: at('11:00') }).map(({ start, end }) => [start, end]),
  }
}

test('the free rooms of this floor come first, each with its way and its time', async () => {
  const { find, found, panel } = await atTheDoor()
  await find()
  expect(found()).toMatchObject([
    { name: 'Free', floorsUp: 0, freeUntil: at('11:00'), end: at('10:30') },
    { name: 'Upstairs', floorsUp: 2 },
    { name: 'Away' },
  ])
  expect(found()[2]).not.toHaveProperty('floorsUp')
  expect(panel.current().occupancy).toMatchObject({ kind: 'inUse' })
})

test('a found room is booked in one more tap, and needs its check-in at its own door', async () => {
  const { find, book, rooms, staysIn, panel, journal } = await atTheDoor()
  await find()
  await book(rooms.free.id)
  expect(staysIn(rooms.free)).toEqual([[at('10:00'), at('10:30')]])
  expect(panel.current()).toMatchObject({
    occupancy: { kind: 'inUse', until: at('11:00') },
    reserving: { kind: 'booked', sought: { wish: 'elsewhere', room: rooms.free.id } },
  })
  expect(JSON.stringify(journal.kept)).not.toContain('10:30')
})

test('a room that was taken meanwhile is not booked, and found no longer', async () => {
  const { find, book, found, rooms, world, app, last } = await atTheDoor()
  await find()
  world.book(rooms.free, { from: at('10:00'), to: at('10:10') })
  await book(rooms.free.id)
  expect(last().reserving).toMatchObject({ kind: 'notBooked', because: 'taken' })
  expect([found().map(({ name }) => name), world.eventsOf(app)]).toEqual([['Upstairs', 'Away'], []])
})

test('a room that has to approve its bookings is not booked', async () => {
  const { find, book, rooms, world, app, last } = await atTheDoor()
  await find()
  world.limitBookings(rooms.free, { approvalFromHours: 0 })
  await book(rooms.free.id)
  expect(last().reserving).toMatchObject({ because: 'taken' })
  expect(world.eventsOf(app)).toEqual([])
})

test('what was found is booked for two minutes, and no room that was not found', async () => {
  const { find, book, rooms, clock, world, app } = await atTheDoor()
  await book(rooms.free.id)
  await find()
  await book(rooms.taken.id)
  await clock.advance(minutes(2))
  await book(rooms.free.id)
  expect(world.eventsOf(app)).toEqual([])
})

test('a search costs the list of rooms once, and then one call', async () => {
  const { find, world } = await atTheDoor()
  const lists = () => world.callsTo('rooms')
  await find()
  const [before, busy] = [lists(), world.callsTo('freebusy')]
  await find()
  expect([lists() - before, world.callsTo('freebusy') - busy]).toEqual([0, 1])
})

test('rooms that can not be read are said to be so, and not looked for for ever', async () => {
  const { find, panel, world } = await atTheDoor()
  const heal = world.fail('rooms', refusal(99991672, 'no scope', 400))
  await find()
  expect(panel.current().found).toMatchObject({ kind: 'failed' })
  heal()
  await find()
  expect(panel.current().found).toMatchObject({ kind: 'found' })
})

test('a closed room sends its visitors to another one, too', async () => {
  const { find, book, rooms, staysIn, panel } = await atTheDoor(true)
  expect(panel.current()).toMatchObject({ occupancy: { kind: 'outOfService' }, mayFindRooms: true })
  await find()
  await book(rooms.free.id)
  expect(staysIn(rooms.free)).toEqual([[at('10:00'), at('10:30')]])
})
