import { expect, test } from 'vitest'
import type { HttpRequest } from '../../engine/ports.ts'
import { checkInTo } from '../../shared/check-in/check-in.ts'
import { announcementOf } from '../../engine/line/announce.ts'
import { minutes, plus, seconds } from '../../shared/time/time.ts'
import { aBooking, at } from '../support/builders.ts'
import { type DoorsAtAGhost, doorsAtAGhost } from '../support/hub/doors-at-a-ghost.ts'
import { lineTo } from '../support/line/line-door.ts'
import { httpOf } from '../support/world-http.ts'

const isReply = ({ url }: HttpRequest): boolean => url.includes('/instance/reply')
const orders = ({ broker }: DoorsAtAGhost): number =>
  broker.taken.filter(({ topic }) => topic.endsWith('/to/order')).length

test('a check-in that only the database has keeps the booking, and no door is asked', async () => {
  const company = await doorsAtAGhost()
  const { until, store, room, booking, world, decisions } = company
  await until('10:05')
  const checkIn = checkInTo(aBooking('10:00', '11:00', { id: booking, meeting: 'ghost' }), at('10:01'))
  await store.checkIns.record(1, { ...checkIn, id: 'c-1', room: room.id, door: 'door-z' })
  await until('10:30')
  expect(orders(company)).toBe(0)
  expect(decisions()[0]).toEqual(['keptByHub'])
  expect(world.replies).toEqual([])
})

test('an attempt of an earlier hub keeps the booking', async () => {
  const company = await doorsAtAGhost()
  const { until, store, room, booking, world } = company
  const attempt = { room: room.id, booking, verdict: 'end', start: at('10:00'), end: at('11:00') } as const
  await store.attempts.begin(1, { ...attempt, at: at('10:05') })
  await until('10:30')
  expect(orders(company)).toBe(0)
  expect(world.replies).toEqual([])
})

test('two tablets with one identity keep the booking, and IT is told', async () => {
  const company = await doorsAtAGhost()
  const { until, broker, clock, leader, store, world, decisions } = company
  await until('10:08')
  // Another tablet announces itself under the same name, and then the first one again.
  const { birth } = announcementOf('door-b', 'another-life', '0.1.0')
  const twin = lineTo(broker, clock, 'twin')
  broker.accounts.set('twin', { password: 'twin', read: [], write: [birth.topic] })
  await clock.advance(0)
  await twin.publish(birth)
  broker.breakOff('door-b')
  await until('10:09')
  expect(leader.log.lines).toContainEqual({ level: 'error', event: 'door.cloned', facts: { door: 'door-b' } })
  expect(await store.audit.latest(9)).toMatchObject({ value: [{ act: 'cloned', door: 'door-b' }] })
  await until('10:12')
  expect(leader.log.events()).toContain('release.not-asked')
  expect(decisions()[0]).toEqual(['keptByHub'])
  expect(world.replies).toEqual([])
})

test('a door that is found to be cloned while the doors vote keeps the booking', async () => {
  const company = await doorsAtAGhost()
  const { until, broker, clock, voteLate, doors, world } = company
  const { birth } = announcementOf('door-b', 'another-life', '0.1.0')
  const twin = lineTo(broker, clock, 'twin')
  broker.accounts.set('twin', { password: 'twin', read: [], write: [birth.topic] })
  await until('10:09:58')
  await twin.publish(birth)
  voteLate(doors[0], seconds(9))
  await until('10:10:01')
  expect(orders(company)).toBe(2)
  // Back within four seconds, and says so.
  broker.breakOff('door-b')
  await until('10:10:30')
  expect(world.replies).toEqual([])
})

test('a door that is enrolled while the others vote has not agreed', async () => {
  const company = await doorsAtAGhost()
  const { until, room, assign, voteLate, doors, world } = company
  voteLate(doors[0], seconds(8))
  await until('10:10:01')
  await assign(room.id, 'door-c')
  await until('10:10:30')
  expect(orders(company)).toBe(2)
  expect(world.replies).toEqual([])
})

test('a hub that loses its lease while the doors vote sends nothing', async () => {
  const company = await doorsAtAGhost()
  const { until, store, clock, voteLate, doors, world } = company
  voteLate(doors[0], seconds(2))
  await until('10:10:01')
  store.state.lease = { epoch: 2, holder: 'another', expiresAt: plus(clock.now(), minutes(1)) }
  await until('10:10:30')
  expect(world.replies).toEqual([])
  expect(await store.attempts.endingAfter(at('00:00'))).toEqual({ ok: true, value: [] })
})

test('a tap while the attempt is being committed keeps the booking, and the attempt is none', async () => {
  const company = await doorsAtAGhost()
  const { until, store, clock, booking, doors, world } = company
  const { begin } = store.attempts
  Object.assign(store.attempts, {
    begin: async (...asked: Parameters<typeof begin>) => {
      const begun = await begin(...asked)
      await new Promise<void>((resolve) => clock.after(seconds(2), resolve))
      return begun
    },
  })
  await until('10:10:01')
  expect(await store.attempts.endingAfter(at('00:00'))).toMatchObject({ value: [{ verdict: 'release' }] })
  void doors[1]?.panel.checkIn(booking)
  await until('10:10:30')
  expect(await store.attempts.endingAfter(at('00:00'))).toMatchObject({ value: [{ outcome: 'refused' }] })
  expect(world.replies).toEqual([])
})

test('while the database is away nothing is given back, and once it is back it is', async () => {
  const company = await doorsAtAGhost()
  const { until, store, world, decisions } = company
  await until('10:09:58')
  store.state.isDown = true
  await until('10:10:05')
  store.state.isDown = false
  expect(world.replies).toEqual([])
  expect(decisions()).toEqual([['keptByHub'], ['keptByHub']])
  await until('10:15:30')
  expect(decisions()).toEqual([
    ['keptByHub', 'released'],
    ['keptByHub', 'released'],
  ])
  expect(world.replies).toHaveLength(1)
})

test('a meeting that is called off while the doors vote is not replied to', async () => {
  const company = await doorsAtAGhost()
  const { until, voteLate, doors, world, event, store } = company
  voteLate(doors[0], seconds(5))
  await until('10:10:01')
  world.cancel(event)
  // A touch has the room read again.
  await doors[1]?.panel.touch()
  await until('10:10:30')
  expect(world.replies).toEqual([])
  expect(await store.attempts.endingAfter(at('00:00'))).toMatchObject({ value: [] })
})

test.each([
  ['before it sends', 0, 'inUse'],
  ['once it has sent', 1, 'free'],
] as const)('a hub that dies %s is followed by one that sends no second reply', async (when, sent, truth) => {
  let die = (): void => undefined
  const company = await doorsAtAGhost({
    http: (world) => async (request) => {
      if (!isReply(request)) return httpOf(world)(request)
      if (when === 'once it has sent') await httpOf(world)(request)
      die()
      return new Promise(() => undefined)
    },
  })
  const { until, leader, world, store, booking, occupancies, decisions, doors } = company
  die = leader.die
  const second = await company.hub('hub-2')
  await until('10:10:30')
  expect(second.log.events()).toContain('hub.leads')
  expect(await store.attempts.endingAfter(at('00:00'))).toMatchObject({
    value: [{ booking, verdict: 'release' }],
  })
  await until('10:11:30')
  expect(occupancies()).toEqual([truth, truth])
  // While it is not known whether the hub sent it, the door asks for no check-in.
  const sentIn = doors[0]?.shown.filter(({ actions }) => actions.some(({ stage }) => stage === 'sent')) ?? []
  expect(sentIn.length).toBeGreaterThan(0)
  expect(sentIn.flatMap(({ checkIns }) => checkIns)).toEqual([])
  await until('10:59')
  expect(world.replies).toHaveLength(sent)
  expect(decisions().map(([first]) => first)).toEqual(
    sent === 1 ? ['released', 'released'] : ['uncertain', 'uncertain'],
  )
})
