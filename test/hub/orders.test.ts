import { expect, test } from 'vitest'
import { createMemoryLog } from '../support/memory/memory-log.ts'
import { carryOutOrders } from '../../engine/door-panel/carry-out-orders.ts'
import type { HeardOrder } from '../../engine/it-desk.ts'
import { parseMessage } from '../../shared/line/codec.ts'
import { err, ok } from '../../shared/result.ts'
import { minutes, seconds } from '../../shared/time/time.ts'
import { aSupervisedRoom } from '../support/hub/a-supervised-room.ts'
import { aJpeg, notingHandlers } from '../support/hub/order-handlers.ts'

test('an order is in the audit before it leaves, carried out once, and answered', async () => {
  const { broker, orders, order, acts } = await aSupervisedRoom()
  broker.doubles = () => true
  const { given, said } = await order('door-a', 'restart')
  expect([await given, said]).toEqual([0, ['door-a takes it up', 'door-a restarts']])
  expect(orders).toEqual(['restart'])
  expect(broker.taken.find(({ topic }) => topic.endsWith('/to/order'))).toMatchObject({ expiry: seconds(60) })
  expect(await acts()).toEqual([
    ['restart', 'door-a', 'done'],
    ['restart', 'door-a', 'taken'],
    ['restart', 'door-a', undefined],
  ])
})

test('a door that takes no orders, or is away for longer than an order lives, does nothing', async () => {
  const { broker, clock, a, orders, order, acts } = await aSupervisedRoom()
  const { given, said } = await order('door-b', 'logs', seconds(20))
  expect(await given).toBe(1)
  expect(said[0]).toContain('the door has not answered. It can take the order up until 20')
  expect(await acts()).toEqual([
    ['logs', 'door-b', 'unanswered'],
    ['logs', 'door-b', undefined],
  ])
  broker.breakOff('door-a')
  const password = broker.accounts.get('door-a')
  broker.accounts.delete('door-a')
  await (
    await order('door-a', 'restart', seconds(20))
  ).given
  await clock.advance(seconds(50))
  if (password) broker.accounts.set('door-a', password)
  await clock.advance(minutes(2))
  expect(a.panel.current().connection.kind).toBe('live')
  expect(orders).toEqual([])
})

test('nobody is given an order that can’t be in the audit, or that is for no door', async () => {
  const { store, broker, orders, order } = await aSupervisedRoom()
  const full = { ...store.audit, enter: async () => err({ code: 'unavailable' as const, cause: 'full' }) }
  const unknown = await order('door-x', 'restart')
  expect([await unknown.given, unknown.said]).toEqual([
    1,
    ['there is no such door. room-panel-hub doors lists all.'],
  ])
  const before = broker.taken.length
  const unaudited = await order('door-a', 'restart', 0, { audit: full })
  expect([await unaudited.given, unaudited.said]).toEqual([1, ['the database does not answer: full']])
  store.state.isDown = true
  const { given, said } = await order('door-a', 'restart', 0)
  expect([await given, said]).toEqual([1, ['the database does not answer: The store of this test']])
  expect(broker.taken.slice(before).filter(({ topic }) => topic.endsWith('/to/order'))).toEqual([])
  expect(orders).toEqual([])
})

test('a picture comes to IT as it is, and a door without one says so', async () => {
  const { poured, order, acts } = await aSupervisedRoom()
  const { given, said } = await order('door-a', 'picture')
  expect([await given, said]).toEqual([0, ['door-a takes it up', 'door-a shows what is in standard output']])
  expect(poured).toEqual([Buffer.from(aJpeg)])
  expect((await acts())[0]).toEqual(['picture', 'door-a', 'done'])

  const dark = await aSupervisedRoom({ picture: async () => err('no frame') })
  const failed = await dark.order('door-a', 'picture')
  expect([await failed.given, failed.said[1]]).toEqual([
    1,
    expect.stringContaining('the door has no picture'),
  ])
  expect((await dark.acts())[0]).toEqual(['picture', 'door-a', 'noPicture'])
  const odd = await aSupervisedRoom({ picture: async () => ok(new Uint8Array(9)) })
  expect(await (await odd.order('door-a', 'picture')).given).toBe(1)
})

test('the doctor’s lines are printed as the door says them, and one order is carried out at a time', async () => {
  let done: (lines: readonly string[]) => void = () => undefined
  const doctor = () => new Promise<readonly string[]>((resolve) => (done = resolve))
  const { clock, orders, said, order } = await aSupervisedRoom({ doctor })
  const first = await order('door-a', 'doctor')
  const second = await order('door-a', 'logs')
  expect([await second.given, second.said]).toEqual([
    1,
    ['door-a takes it up', 'the door is busy with another order. Run this again.'],
  ])
  done(['broker: ok', 'login: ok'])
  await clock.advance(seconds(1))
  expect([await first.given, said.splice(0)]).toEqual([0, ['broker: ok', 'login: ok']])
  await (
    await order('door-a', 'logs')
  ).given
  expect(orders).toEqual(['logs'])
})

test('the hub hears of a restart before it happens', async () => {
  const before: unknown[] = []
  const company = await aSupervisedRoom({
    restart: () => {
      for (const { topic, payload } of company.broker.taken.slice(-2))
        before.push([topic.split('/').at(-1), payload])
    },
  })
  await (
    await company.order('door-a', 'restart')
  ).given
  expect(before).toEqual([
    ['reported', expect.stringContaining('"order":"order-1"')],
    ['told', expect.stringContaining('restarting')],
  ])
})

test('a door does not restart while people are at it: it waits for a minute, and then says so', async () => {
  const { clock, a, orders, said, order } = await aSupervisedRoom()
  await a.panel.touch()
  const { given } = await order('door-a', 'restart', seconds(15))
  expect(orders).toEqual([])
  await clock.advance(seconds(10))
  expect([await given, said.splice(0)]).toEqual([0, ['door-a restarts']])
  expect(orders).toEqual(['restart'])

  await a.panel.touch()
  const touching = await order('door-a', 'restart', 0)
  for (let touch = 0; touch < 7; touch++) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await a.panel.touch()
    // oxlint-disable-next-line no-await-in-loop -- the same
    await clock.advance(seconds(10))
  }
  expect(await touching.given).toBe(1)
  expect(said.at(-1)).toContain('people were at the door for the whole minute')
  await clock.advance(minutes(3))
  expect(orders).toEqual(['restart'])
})

test('an order that the broker has kept for too long is not carried out', async () => {
  const { broker, clock, orders, order } = await aSupervisedRoom()
  broker.lateness = (topic) => (topic.endsWith('/to/order') ? seconds(61) : 0)
  const { given } = await order('door-a', 'restart', seconds(70))
  expect(await given).toBe(1)
  await clock.advance(minutes(1))
  expect(orders).toEqual([])
  const last = broker.taken.findLast(({ topic }) => topic.endsWith('/from/told'))
  const told = parseMessage('told', last?.payload ?? '')
  expect(told).toMatchObject({ value: { kind: 'failed', fault: 'expired' } })
})

test('nothing of an order happens of which the hub can’t be told', async () => {
  const { clock } = await aSupervisedRoom()
  const { orders, handlers } = notingHandlers()
  let give: (order: HeardOrder) => void = () => undefined
  const onOrder = (run: typeof give) => {
    give = run
    return () => undefined
  }
  const panel = { current: () => expect.fail('nobody asks for the panel') }
  carryOutOrders({ clock, log: createMemoryLog(), panel, untouchedFor: () => 0 }, handlers, { onOrder })
  give({
    kind: 'doctor',
    isInTime: () => true,
    take: async () => false,
    answer: async () => expect.fail('answered'),
  })
  await clock.advance(seconds(1))
  expect(orders).toEqual([])
})
