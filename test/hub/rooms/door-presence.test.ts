import { expect, test } from 'vitest'
import { parseMessage } from '../../../shared/line/codec.ts'
import { minutes, seconds } from '../../../shared/time/time.ts'
import { aCompany } from '../../support/hub/a-company.ts'

async function twoDoors() {
  const company = await aCompany('10:05')
  const [room] = company.rooms
  await company.assign(room?.id ?? '', 'door-a', 'door-b')
  const leader = await company.hub('hub-1')
  const doors = [await company.door('door-a'), await company.door('door-b')] as const
  await company.clock.advance(seconds(6))
  /** The doors that the last view of this door names silent. */
  const silentFor = (door: string): readonly string[] | undefined => {
    const last = company.broker.taken.findLast(({ topic }) => topic === `rp/1/door/${door}/to/room`)
    const view = parseMessage('room', last?.payload ?? '')
    return view.ok ? view.value.silentDoors : undefined
  }
  return { ...company, leader, doors, silentFor }
}

test('a view names the room’s other doors that are not there, and never its own', async () => {
  const { doors, clock, silentFor } = await twoDoors()
  expect([silentFor('door-a'), silentFor('door-b')]).toEqual([[], []])
  await doors[1].leave()
  await clock.advance(0)
  expect([silentFor('door-a'), silentFor('door-b')]).toEqual([['door-b'], []])
})

test('a dead door is listed once the broker has missed it for ten seconds, and no more when it is back', async () => {
  const { broker, clock, silentFor, door } = await twoDoors()
  broker.accounts.delete('door-b')
  broker.breakOff('door-b')
  await clock.advance(seconds(9))
  expect(silentFor('door-a')).toEqual([])
  await clock.advance(seconds(2))
  expect(silentFor('door-a')).toEqual(['door-b'])
  await door('door-b')
  await clock.advance(seconds(1))
  expect(silentFor('door-a')).toEqual([])
})

test('a door that was never heard of is silent', async () => {
  const { assign, rooms, clock, silentFor } = await twoDoors()
  await assign(rooms[0]?.id ?? '', 'door-c')
  await clock.advance(seconds(6))
  expect(silentFor('door-a')).toEqual(['door-c'])
})

test('a hub that follows another one, or a broker that forgot, knows who is there', async () => {
  const company = await twoDoors()
  const { leader, clock, broker, silentFor } = company
  leader.die()
  await company.hub('hub-2')
  await clock.advance(seconds(20))
  expect(silentFor('door-a')).toEqual([])
  broker.kill()
  await clock.advance(seconds(5))
  broker.start()
  await clock.advance(minutes(1))
  expect(silentFor('door-a')).toEqual([])
})

test('the store knows in which session a door was heard last', async () => {
  const { store } = await twoDoors()
  expect(await store.doors.list()).toMatchObject({
    value: [{ id: 'door-a', session: 'door-a-1000' }, { id: 'door-b' }],
  })
})

test('a presence that can’t be understood is logged', async () => {
  const { leader, doors, clock } = await twoDoors()
  await doors[0].say('presence', '{"v":1}')
  await clock.advance(0)
  expect(leader.log.events()).toContain('line.not-understood')
})
