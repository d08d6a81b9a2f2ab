import { expect, test } from 'vitest'
import { parseMessage } from '../../shared/line/codec.ts'
import { votesServeFor } from '../../shared/line/release-round.ts'
import { plus, seconds } from '../../shared/time/time.ts'
import { at } from '../support/builders.ts'
import { type DoorsAtAGhost, doorsAtAGhost } from '../support/hub/doors-at-a-ghost.ts'
import { lastWordOf } from '../support/line/line-door.ts'
import { whileWriting } from '../support/memory/slow-journal.ts'

const ordersIn = ({ broker }: DoorsAtAGhost) =>
  broker.taken.filter(({ topic }) => topic.endsWith('/to/order'))

/** What the doors answered to the hub's orders. */
const votesIn = ({ broker }: DoorsAtAGhost) =>
  broker.taken.flatMap(({ topic, payload }) => {
    const ask = topic.endsWith('/from/ask') ? parseMessage('ask', payload) : undefined
    return ask?.ok && ask.value.kind === 'release' && ask.value.order !== undefined ? [ask.value.vote] : []
  })

test('a booking without people is given back once, when both doors agree', async () => {
  const company = await doorsAtAGhost()
  const { until, occupancies, decisions, world, store, booking } = company
  await until('10:09:55')
  expect(occupancies()).toEqual(['awaitingCheckIn', 'awaitingCheckIn'])
  await until('10:10:05')
  expect(occupancies()).toEqual(['free', 'free'])
  expect(world.replies).toMatchObject([{ effect: { event: { uid: 'ghost' } } }])
  expect(decisions()).toEqual([['released'], ['released']])
  expect(await store.attempts.endingAfter(at('00:00'))).toMatchObject({
    value: [{ booking, verdict: 'release', outcome: 'done' }],
  })
})

test('each door is ordered to vote once, for ten seconds, and the audit has it before', async () => {
  const company = await doorsAtAGhost()
  const { until, store, clock, room } = company
  await until('10:10:05')
  const orders = ordersIn(company)
  expect(orders).toMatchObject([
    { topic: 'rp/1/door/door-a/to/order', expiry: votesServeFor, retain: false },
    { topic: 'rp/1/door/door-b/to/order', expiry: votesServeFor },
  ])
  const acts = await store.audit.latest(9)
  const act = { act: 'vote', by: 'hub', room: room.id, order: { id: '1-1' } }
  expect(acts).toMatchObject({
    value: [
      { ...act, door: 'door-b', outcome: 'release' },
      { ...act, door: 'door-a', outcome: 'release' },
      { ...act, door: 'door-b' },
      { ...act, door: 'door-a' },
    ],
  })
  const [, , last, first] = acts.ok ? acts.value : []
  expect([last?.outcome, first?.outcome]).toEqual([undefined, undefined])
  expect(first?.order?.expiresAt).toBe(plus(first?.at ?? clock.now(), votesServeFor))
})

test('a room with one door is given back by it and the hub', async () => {
  const { until, occupancies, world } = await doorsAtAGhost({ modes: ['auto'] })
  await until('10:10:05')
  expect(occupancies()).toEqual(['free'])
  expect(world.replies).toHaveLength(1)
})

test('where the doors only observe, no door asks, and each says what it would have done', async () => {
  const company = await doorsAtAGhost({ modes: ['observe', 'observe'] })
  await company.until('10:12')
  expect(company.decisions()).toEqual([['observed'], ['observed']])
  expect(ordersIn(company)).toEqual([])
  expect(company.world.replies).toEqual([])
})

test('one door that observes keeps the booking of a room in which the other releases', async () => {
  const company = await doorsAtAGhost({ modes: ['auto', 'observe'] })
  await company.until('10:20')
  expect(votesIn(company)).toContainEqual({ says: 'keep', because: 'exempt' })
  expect(company.world.replies).toEqual([])
})

test('a door that hears no order is silent, which keeps the booking', async () => {
  const company = await doorsAtAGhost()
  const { until, broker, occupancies, decisions, world, store } = company
  const account = broker.accounts.get('door-b')
  const [room = '', order = ''] = ['room', 'order'].map((what) => `rp/1/door/door-b/to/${what}`)
  if (account) broker.accounts.set('door-b', { ...account, read: [room, 'rp/1/hub/pulse'] })
  await until('10:10:15')
  expect(ordersIn(company).map(({ topic }) => topic)).toContain(order)
  expect(occupancies()).toEqual(['awaitingCheckIn', 'awaitingCheckIn'])
  expect(decisions()[0]).toEqual(['keptByHub'])
  expect(await store.audit.latest(2)).toMatchObject({
    value: [
      { door: 'door-b', outcome: 'silent' },
      { door: 'door-a', outcome: 'release' },
    ],
  })
  expect(world.replies).toEqual([])
  expect(await store.attempts.endingAfter(at('00:00'))).toEqual({ ok: true, value: [] })
})

test.each([
  ['took leave', async ({ doors }: DoorsAtAGhost) => doors[1]?.leave()],
  [
    'was lost',
    async ({ broker }: DoorsAtAGhost) => {
      broker.accounts.delete('door-b')
      broker.breakOff('door-b')
    },
  ],
])('a door that %s keeps the booking, and no other door is asked', async (_what, leave) => {
  const company = await doorsAtAGhost()
  await company.until('10:05')
  await leave(company)
  await company.until('10:20')
  expect(company.leader.log.events()).toContain('release.not-asked')
  expect(ordersIn(company)).toEqual([])
  expect(company.decisions()[0]).toEqual(['keptByHub'])
  expect(company.world.replies).toEqual([])
})

test('a touch at one door gives the people at both another grace', async () => {
  const company = await doorsAtAGhost()
  const { until, doors, occupancies, decisions, world } = company
  await until('10:05')
  doors[1]?.panel.touchSeen()
  await until('10:14:55')
  expect(votesIn(company)).toContainEqual({ says: 'keep', because: 'touched' })
  expect(occupancies()).toEqual(['awaitingCheckIn', 'awaitingCheckIn'])
  expect(world.replies).toEqual([])
  await until('10:15:30')
  expect(decisions()).toEqual([
    ['keptByHub', 'released'],
    ['touched', 'released'],
  ])
  expect(occupancies()).toEqual(['free', 'free'])
  expect(world.replies).toHaveLength(1)
})

test('a door that has a check-in says no, also before the hub has heard of it', async () => {
  const company = await doorsAtAGhost()
  const { until, doors, booking, store, world, decisions } = company
  const { record } = store.checkIns
  // The store refuses check-ins, and nothing else.
  Object.assign(store.checkIns, { record: async () => ({ ok: false, error: { code: 'unavailable' } }) })
  await until('10:08')
  void doors[1]?.panel.checkIn(booking)
  await until('10:10:30')
  expect(votesIn(company)).toContainEqual({ says: 'keep', because: 'checkedIn' })
  expect(decisions()[0]).toEqual(['keptByHub'])
  Object.assign(store.checkIns, { record })
  await until('11:00')
  expect(world.replies).toEqual([])
})

test('a tap after the vote withdraws it, and its door says that people are in', async () => {
  const company = await doorsAtAGhost()
  const { until, doors, booking, voteLate, world, occupancies, decisions } = company
  voteLate(doors[0], seconds(4))
  await until('10:10:02')
  expect(votesIn(company)).toEqual([{ says: 'release' }])
  void doors[1]?.panel.checkIn(booking)
  await until('10:10:03')
  expect(lastWordOf(company.doors[1] ?? expect.fail())).toMatchObject({
    kind: 'checkIn',
    outcome: { kind: 'done' },
  })
  await until('10:10:30')
  expect(occupancies()).toEqual(['inUse', 'inUse'])
  expect(decisions()).toEqual([['checkedIn'], ['keptByHub', 'checkedIn']])
  await until('10:59')
  expect(world.replies).toEqual([])
})

test('a tap withdraws the vote at once, also where the disk is slow', async () => {
  const company = await doorsAtAGhost()
  const { until, doors, booking, clock, voteLate, world, occupancies } = company
  const [, second = expect.fail()] = doors
  voteLate(doors[0], seconds(3))
  await until('10:10:01')
  whileWriting(second.journal, () => new Promise<void>((resolve) => clock.after(seconds(5), resolve)))
  void second.panel.checkIn(booking)
  await until('10:10:30')
  expect(occupancies()).toEqual(['inUse', 'inUse'])
  expect(world.replies).toEqual([])
})

test('a check-in withdraws the vote also where the door’s own no is lost', async () => {
  const company = await doorsAtAGhost()
  const { until, broker, doors, booking, voteLate, world, occupancies } = company
  voteLate(doors[0], seconds(3))
  await until('10:10:01')
  // Nor does the other door hear of it before its own vote.
  const lost = ['rp/1/door/door-b/from/ask', 'rp/1/door/door-a/to/room']
  broker.lateness = (topic) => (lost.includes(topic) ? undefined : 0)
  void doors[1]?.panel.checkIn(booking)
  await until('10:10:05')
  broker.lateness = () => 0
  await until('10:11:30')
  expect(world.replies).toEqual([])
  expect(occupancies()).toEqual(['inUse', 'inUse'])
})

test('votes that come after ten seconds are too late', async () => {
  const company = await doorsAtAGhost()
  const { until, doors, voteLate, world, decisions } = company
  voteLate(doors[1], seconds(12))
  await until('10:10:30')
  expect(decisions()[0]).toEqual(['keptByHub'])
  expect(world.replies).toEqual([])
})

test('where the broker delivers everything twice, each door votes once and one reply is sent', async () => {
  const company = await doorsAtAGhost()
  company.broker.doubles = () => true
  await company.until('10:10:30')
  expect(company.occupancies()).toEqual(['free', 'free'])
  expect(votesIn(company)).toHaveLength(2)
  expect(company.world.replies).toHaveLength(1)
})
