import { expect, test } from 'vitest'
import { minutes, seconds } from '../../shared/time/time.ts'
import { at } from '../support/builders.ts'
import { aCompany } from '../support/hub/a-company.ts'

/** Two doors that ask for check-ins, and a meeting whose people may come. */
async function awaitingDoors() {
  const company = await aCompany('09:58')
  const { world, clock, rooms } = company
  const [room] = rooms
  if (room === undefined) throw new Error('The company has a room')
  const event = world.book(room, { from: at('10:00'), to: at('11:00') })
  await company.assign(room.id, 'door-a', 'door-b')
  const leader = await company.hub('hub-1')
  const doors = [
    await company.door('door-a', { mode: 'observe' }),
    await company.door('door-b', { mode: 'observe' }),
  ] as const
  await clock.advance(seconds(6))
  const occupancies = () => doors.map((door) => door.occupancy())
  return { ...company, leader, doors, occupancies, booking: `${event.uid}/0/${at('10:00') / 1000}` }
}

test('a tap at one door is seen at the other within a second, on the disks of both', async () => {
  const { doors, clock, occupancies, booking } = await awaitingDoors()
  expect(occupancies()).toEqual(['checkInOpen', 'checkInOpen'])
  void doors[0].panel.checkIn(booking)
  await clock.advance(seconds(1))
  expect(occupancies()).toEqual(['inUse', 'inUse'])
  for (const { journal } of doors)
    expect(journal.kept).toMatchObject({ content: { checkIns: [{ booking, start: at('10:00') }] } })
})

test('a tap while the database is away is kept at its door, and reaches the other one when it is back', async () => {
  const { doors, clock, store, occupancies, booking } = await awaitingDoors()
  store.state.isDown = true
  void doors[0].panel.checkIn(booking)
  await clock.advance(minutes(1))
  expect(occupancies()).toEqual(['inUse', 'checkInOpen'])
  store.state.isDown = false
  await clock.advance(seconds(20))
  expect(occupancies()).toEqual(['inUse', 'inUse'])
})

test('a tap that the hub took and could not commit before it died is sent again', async () => {
  const company = await awaitingDoors()
  const { doors, clock, store, leader, occupancies, booking } = company
  store.state.isDown = true
  void doors[0].panel.checkIn(booking)
  await clock.advance(seconds(1))
  leader.die()
  store.state.isDown = false
  await company.hub('hub-2')
  await clock.advance(seconds(40))
  expect(occupancies()).toEqual(['inUse', 'inUse'])
})

test('a hub that follows another one knows what was committed before, also when no door of then is left', async () => {
  const company = await awaitingDoors()
  const { doors, clock, leader, booking, broker, rooms } = company
  void doors[0].panel.checkIn(booking)
  await clock.advance(seconds(1))
  leader.die()
  for (const name of ['door-a', 'door-b']) {
    broker.accounts.delete(name)
    broker.breakOff(name)
  }
  await company.assign(rooms[0]?.id ?? '', 'door-c')
  await company.hub('hub-2')
  const late = await company.door('door-c', { mode: 'observe' })
  await clock.advance(seconds(30))
  expect(late.occupancy()).toBe('inUse')
})

test.each([
  { people: 'others', endedAt: '10:08', organizer: 'Somebody else', isOtherHub: false },
  // A meeting that is ended in the moment in which it begins is not listed any more.
  { people: 'others', endedAt: '10:00', organizer: 'Somebody else', isOtherHub: false },
  { people: 'the same people', endedAt: '10:00', organizer: 'Lin Xiaoyu', isOtherHub: false },
  { people: 'the same people, by another hub', endedAt: '10:00', organizer: 'Lin Xiaoyu', isOtherHub: true },
])(
  'an end at one door at $endedAt ends the stay at both: the next meeting of $people needs its own check-in',
  async ({ endedAt, organizer, isOtherHub }) => {
    const company = await awaitingDoors()
    const { leader, doors, clock, occupancies, booking, world, rooms } = company
    void doors[0].panel.checkIn(booking)
    await clock.advance(at(endedAt) - clock.now())
    if (isOtherHub) company.broker.breakOff('door-a')
    void doors[1].panel.endMeeting(booking)
    await clock.advance(seconds(5))
    if (isOtherHub) {
      leader.die()
      await company.hub('hub-2')
      await clock.advance(minutes(1))
    }
    expect(occupancies()).toEqual(['free', 'free'])
    const [room] = rooms
    if (room) world.book(room, { from: at('10:10'), to: at('10:40'), organizer })
    await clock.advance(at('10:12') - clock.now())
    expect(occupancies()).toEqual(['awaitingCheckIn', 'awaitingCheckIn'])
  },
)
