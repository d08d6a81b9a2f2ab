import { expect, test } from 'vitest'
import { giveOrder } from '../../hub/cli/give-order.ts'
import { hearDoors } from '../../hub/cli/heard-doors.ts'
import { tellStatus } from '../../hub/cli/tell-status.ts'
import type { OrderKind } from '../../shared/line/door-messages.ts'
import { err } from '../../shared/result.ts'
import { minutes, seconds } from '../../shared/time/time.ts'
import { at } from '../support/builders.ts'
import { aCompany } from '../support/hub/a-company.ts'
import { lineTo } from '../support/line/line-door.ts'

/** A room that is in use, with two doors, of which the first takes orders; and IT at the command line. */
async function aSupervisedRoom() {
  const company = await aCompany('10:05')
  const { world, clock, rooms, broker, store } = company
  const [room] = rooms
  if (room === undefined) throw new Error('The company has a room')
  world.book(room, { from: at('10:00'), to: at('11:00') })
  await company.assign(room.id, 'door-a', 'door-b')
  const hub = await company.hub('hub-1')
  const orders: OrderKind[] = []
  const a = await company.door('door-a', { carryOutOrder: async (kind) => void orders.push(kind) })
  const b = await company.door('door-b')
  // A report ten seconds after another one at the earliest, and the first ones were from before the first view.
  await clock.advance(seconds(40))
  const line = lineTo(broker, clock, 'hub-command')
  await clock.advance(0)
  const said: string[] = []
  const { doors, audit } = store
  const parts = { doors, audit, by: 'lin', say: (text: string): void => void said.push(text), asJson: false }
  const status = async (asJson = false) => {
    const told = hearDoors({ line, clock }).then((heard) =>
      tellStatus({ ...parts, asJson, heard, now: clock.now() }),
    )
    await clock.advance(seconds(2))
    await told
    return said.splice(0)
  }
  let ids = 0
  const order = async (door: string, kind: OrderKind, ms = seconds(1), over: Partial<typeof parts> = {}) => {
    const given = giveOrder(
      { ...parts, ...over, line, clock, newId: () => `order-${(ids += 1)}` },
      door,
      kind,
    )
    await clock.advance(ms)
    return { given, said: said.splice(0) }
  }
  const acts = async () => {
    const entered = await audit.latest(9)
    return entered.ok ? entered.value.map(({ act, door, outcome }) => [act, door, outcome]) : []
  }
  return { ...company, room, hub, a, b, line, orders, status, order, acts }
}

test('IT sees what each door shows, how old that is, and which program it runs', async () => {
  const { room, status, clock } = await aSupervisedRoom()
  const [first = '', second = ''] = await status()
  expect(first).toMatch(new RegExp(`^door-a  ${room.id}  inUse  read \\d+ s ago  0\\.1\\.0$`))
  expect(second).toMatch(/^door-b /)
  const [json = ''] = await status(true)
  expect(JSON.parse(json)).toMatchObject([
    { door: 'door-a', room: room.id, isHere: true, occupancy: 'inUse', outbox: 0, version: '0.1.0' },
    { door: 'door-b' },
  ])
  await clock.advance(minutes(5))
  // They report every minute that nothing has changed.
  expect((await status()).join('\n')).not.toContain('silent')
})

test('a door that is gone is told with what it showed last, and since when it is silent, also while no hub lives', async () => {
  const { broker, b, hub, clock, status } = await aSupervisedRoom()
  hub.die()
  b.panel.stop()
  broker.breakOff('door-b')
  broker.accounts.delete('door-b')
  await clock.advance(minutes(10))
  const [first = '', second = ''] = await status()
  // Without its hub the first door knows no more, and says so.
  expect(first).toContain('unknown')
  expect(first).toContain('last problem unreachable')
  expect(second).toContain('last inUse')
  expect(second).toMatch(/silent for 1\d min/)
})

test('a broker that was started anew has the reports again', async () => {
  const { broker, clock, status } = await aSupervisedRoom()
  broker.kill()
  await clock.advance(seconds(3))
  broker.start()
  await clock.advance(seconds(40))
  expect((await status()).map((line) => line.slice(0, 6))).toEqual(['door-a', 'door-b'])
  expect((await status()).join()).not.toContain('never heard')
})

test('an order is in the audit before it leaves, carried out once, and answered', async () => {
  const { broker, orders, order, acts } = await aSupervisedRoom()
  broker.doubles = () => true
  const { given, said } = await order('door-a', 'restart')
  expect([await given, said]).toEqual([0, ['door-a takes it up']])
  expect(orders).toEqual(['restart'])
  expect(broker.taken.find(({ topic }) => topic.endsWith('/to/order'))).toMatchObject({ expiry: seconds(60) })
  expect(await acts()).toEqual([
    ['restart', 'door-a', 'taken'],
    ['restart', 'door-a', undefined],
  ])
  await (
    await order('door-a', 'doctor')
  ).given
  expect(orders).toEqual(['restart', 'doctor'])
})

test('a door that takes no orders, or is away for longer than an order lives, does nothing', async () => {
  const { broker, clock, a, orders, order, acts } = await aSupervisedRoom()
  const { given, said } = await order('door-b', 'logs', seconds(20))
  expect(await given).toBe(1)
  expect(said[0]).toContain('door-b has not answered. It can take the order up until 20')
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
