import { expect, test } from 'vitest'
import { bookingIdOf } from '../../shared/booking/booking.ts'
import { openPage } from '../support/a-page.ts'
import { at } from '../support/builders.ts'
import { aCompany } from '../support/hub/a-company.ts'

/** Two doors with pages, and a meeting of a series to which nobody comes. */
async function twoDoors() {
  const company = await aCompany('09:53')
  const { world, clock, rooms } = company
  const [room] = rooms
  if (room === undefined) throw new Error('The company has a room')
  world.book(room, { from: at('10:00'), to: at('11:00'), uid: 'ghost', repeats: { every: 'week' } })
  await company.assign(room.id, 'door-a', 'door-b')
  const hub = await company.hub('hub-1')
  const doors = [
    await company.door('door-a', { mode: 'auto' }),
    await company.door('door-b', { mode: 'auto' }),
  ] as const
  const pages = doors.map(({ panel }) => openPage(panel))
  const until = (time: string) => clock.advance(at(time) - clock.now())
  const booking = bookingIdOf(`ghost/0/${at('10:00') / 1000}`)
  return { ...company, hub, doors, pages, until, booking }
}

test('a booking without people is given back once, when both doors agree', async () => {
  const { doors, until, world, store, booking } = await twoDoors()
  await until('10:09:55')
  expect(doors.map((door) => door.occupancy())).toEqual(['awaitingCheckIn', 'awaitingCheckIn'])
  await until('10:11')
  expect(doors.map((door) => door.occupancy())).toEqual(['free', 'free'])
  expect(world.replies).toMatchObject([{ effect: expect.anything() }])
  expect(await store.attempts.endingAfter(at('00:00'))).toMatchObject({
    value: [{ booking, verdict: 'release', outcome: 'done' }],
  })
})
