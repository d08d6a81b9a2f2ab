import { expect, test } from 'vitest'
import { feishuCompany } from '../../../../../engine/calendars/feishu/feishu-for.ts'
import type { Result } from '../../../../../shared/result.ts'
import { days, seconds } from '../../../../../shared/time/time.ts'
import { connectionRefused, refusal } from '../../../../../simulator/faults/fault.ts'
import { createWorld } from '../../../../../simulator/world.ts'
import { dice } from '../../../../support/dice.ts'
import { createMemoryLog } from '../../../../support/memory/memory-log.ts'
import { createVirtualClock } from '../../../../support/virtual-clock.ts'
import { httpOf } from '../../../../support/world-http.ts'

/** The real client on a simulated company with these many rooms. */
function aCompany(count: number) {
  const clock = createVirtualClock()
  const world = createWorld({ now: clock.now, random: dice(1) })
  const app = world.addApp()
  const rooms = Array.from({ length: count }, (_, index) => world.addRoom({ name: `Room ${index}` }))
  const ports = { http: httpOf(world), clock, log: createMemoryLog(), random: dice(2) }
  const account = { feishu: { origin: 'http://127.0.0.1:1', appId: app.id }, budget: { callsPerMonth: 1 } }
  const company = feishuCompany(ports, account, async () => ({ ok: true, value: app.secret }))
  const calendars = rooms.map(({ id }) => company.roomCalendar(id))
  return {
    clock,
    world,
    app,
    rooms,
    calendars,
    /** Has all rooms read at the same moment: the name of each, or why it has none. */
    read: async () => {
      const reading = Promise.all(calendars.map(({ readRoom }) => readRoom()))
      await clock.advance(seconds(30))
      return (await reading).map((answer) => toldBy(answer))
    },
    calls: () => [world.callsTo('roomsByIds'), world.callsTo('room'), world.callsTo('olderRooms')],
  }
}

const toldBy = (answer: Result<{ readonly name?: string }, { readonly code: string }>): string | undefined =>
  answer.ok ? answer.value.name : answer.error.code

const names = (count: number) => Array.from({ length: count }, (_, index) => `Room ${index}`)

test('forty-five rooms that want to be read at once take three calls', async () => {
  const { read, calls } = aCompany(45)
  expect(await read()).toEqual(names(45))
  expect(calls()).toEqual([3, 0, 0])
})

test('one room alone is asked for by its own call', async () => {
  const { read, calls } = aCompany(1)
  expect(await read()).toEqual(['Room 0'])
  expect(calls()).toEqual([0, 1, 0])
})

test('the common answer tells the same of a room as its own', async () => {
  const { world, clock, rooms, calendars, calls } = aCompany(2)
  const [closed] = rooms
  if (closed !== undefined) world.disableRoom(closed, { reason: 'Paint' })
  const together = Promise.all(calendars.map(({ readRoom }) => readRoom()))
  await clock.advance(seconds(5))
  const alone = calendars[0]?.readRoom()
  await clock.advance(seconds(5))
  expect(calls()).toEqual([1, 1, 0])
  expect(await alone).toMatchObject({
    ok: true,
    value: { name: 'Room 0', outOfService: { reason: 'Paint' } },
  })
  expect((await together)[0]).toEqual(await alone)
})

test('a room that the common answer does not have is asked for alone, and costs no other one its facts', async () => {
  const { world, rooms, read, calls } = aCompany(3)
  const [gone] = rooms
  if (gone) world.removeRoom(gone)
  expect(await read()).toEqual(['roomUnknown', 'Room 1', 'Room 2'])
  expect(calls()).toEqual([1, 1, 0])
})

test('where the platform does not take the common call, each room is asked for alone, and the call is tried again after a day', async () => {
  const { world, clock, read, calls } = aCompany(3)
  const heal = world.fail('roomsByIds', refusal(99992402))
  expect(await read()).toEqual(names(3))
  expect(await read()).toEqual(names(3))
  expect(calls()).toEqual([1, 6, 0])
  heal()
  await clock.advance(days(1))
  expect(await read()).toEqual(names(3))
  expect(calls()).toEqual([2, 6, 0])
})

test('while the platform is out of reach no room is asked for alone', async () => {
  const { world, read, calls } = aCompany(3)
  world.fail('any', connectionRefused())
  expect(await read()).toEqual(['unreachable', 'unreachable', 'unreachable'])
  expect(calls()[1]).toBe(0)
})

test('without the scope for it each room is known by the older call', async () => {
  const { world, app, read, calls } = aCompany(3)
  world.removeScope(app, 'vc:room:readonly')
  expect(await read()).toEqual(names(3))
  expect(calls()).toEqual([1, 0, 3])
})
