import { expect, test } from 'vitest'
import { createFeishuCompany } from '../../../../../engine/calendars/feishu/feishu-company.ts'
import { err, ok, type Result } from '../../../../../shared/result.ts'
import { hours, minutes, seconds } from '../../../../../shared/time/time.ts'
import { refusal } from '../../../../../simulator/faults/fault.ts'
import { createWorld } from '../../../../../simulator/world.ts'
import { at } from '../../../../support/builders.ts'
import { dice } from '../../../../support/dice.ts'
import { createMemoryLog } from '../../../../support/memory/memory-log.ts'
import { createVirtualClock } from '../../../../support/virtual-clock.ts'
import { httpOf } from '../../../../support/world-http.ts'

/** A store app in a simulated company. `arrives`: whether the tickets that Feishu pushes come to the hub. */
function aStoreApp({ arrives = true, tenantKey = '', ofStore = true } = {}) {
  const clock = createVirtualClock(at('09:00'))
  const world = createWorld({ now: clock.now, random: dice(1) })
  const app = world.addApp({ ofStore })
  const room = world.addRoom()
  const log = createMemoryLog()
  let ticket: Result<string | undefined, unknown> = ok(undefined)
  world.onPush(() => {
    if (arrives) ticket = ok(app.store?.tickets.at(-1))
  })
  const company = createFeishuCompany({
    http: httpOf(world),
    clock,
    log,
    random: () => 0,
    origin: 'https://open.feishu.cn',
    appId: app.id,
    readSecret: async () => ok(app.secret),
    storeApp: { tenantKey: tenantKey || app.tenant.key, readTicket: async () => ticket },
  })
  const calls = (): readonly number[] =>
    (['resendTicket', 'appToken', 'tenantToken', 'freebusy', 'token'] as const).map(world.callsTo)
  return {
    clock,
    world,
    app,
    log,
    calls,
    breaks: () => void (ticket = err('unavailable')),
    /** What a reading of the room comes to, in some seconds. */
    read: async (): Promise<string> => {
      const window = { start: clock.now(), end: at('18:00') }
      const reading = company.readSchedules([room.id], window)
      await clock.advance(seconds(10))
      const answer = await reading
      return answer.ok ? 'read' : answer.error.code
    },
  }
}

test('the pushed ticket makes a token of the app, and that one the company’s', async () => {
  const { world, calls, read, log } = aStoreApp()
  world.pushTickets()
  expect(await read()).toBe('read')
  expect(await read()).toBe('read')
  expect(calls()).toEqual([0, 1, 1, 2, 0])
  expect(log.lines).toEqual([])
})

test('without a ticket Feishu is asked to push one, and the same reading finds it', async () => {
  const { calls, read, log } = aStoreApp()
  expect(await read()).toBe('read')
  expect(calls()).toEqual([1, 1, 1, 1, 0])
  expect(log.events()).toEqual(['feishu.ticket-asked-for'])
})

test('a ticket that Feishu no longer takes is replaced in the same way', async () => {
  const { clock, world, app, calls, read } = aStoreApp()
  world.pushTickets()
  await read()
  world.voidTickets(app)
  await clock.advance(hours(2))
  expect(await read()).toBe('read')
  expect(calls()).toEqual([1, 3, 2, 2, 0])
})

test('a token is used until five minutes before its end, and the next one is fetched beside a reading', async () => {
  const { clock, world, calls, read } = aStoreApp()
  world.pushTickets()
  await read()
  await clock.advance(minutes(114))
  await read()
  expect(calls()).toEqual([0, 1, 1, 2, 0])
  await clock.advance(minutes(2))
  await read()
  expect(calls()).toEqual([0, 2, 2, 3, 0])
})

test('while no ticket arrives it is asked for after growing pauses, and the fault has a name', async () => {
  const { clock, read, calls } = aStoreApp({ arrives: false })
  const asked: number[] = []
  for (let minute = 0; minute < 40; minute++) {
    const before = calls()[0]
    expect(await read()).toBe('ticketMissing')
    if (calls()[0] !== before) asked.push(minute)
    await clock.advance(minutes(1) - seconds(10))
  }
  expect(asked).toEqual([0, 1, 3, 7, 15, 30])
  expect(calls().slice(1)).toEqual([0, 0, 0, 0])
})

test('while the hub can’t read its tickets, Feishu is not asked for others', async () => {
  const { world, breaks, calls, read } = aStoreApp()
  world.pushTickets()
  breaks()
  expect(await read()).toBe('ticketMissing')
  expect(calls()).toEqual([0, 0, 0, 0, 0])
})

test.for([
  ['a company that has not installed the app', { tenantKey: '0123456789abcdef' }, 'appDisabled', 10013],
  ['an app that is no store app', { ofStore: false }, 'ticketMissing', 10016],
] as const)('%o is named', async ([, over, code, calendarCode]) => {
  const { world, read, log } = aStoreApp(over)
  world.pushTickets()
  expect(await read()).toBe(code)
  expect(log.lines.map(({ facts }) => [facts['code'], facts['calendarCode']])).toContainEqual([
    code,
    calendarCode,
  ])
})

test('a token of the app that Feishu does not take is a refusal, and no call leaves without one', async () => {
  const { world, read, calls } = aStoreApp()
  world.pushTickets()
  world.fail('tenantToken', refusal(99991664, 'app access token invalid', 400))
  expect(await read()).toBe('credentialsRejected')
  expect(calls()[3]).toBe(0)
})

test('a server’s fault on the way to a token passes within the reading', async () => {
  const { world, read, calls } = aStoreApp()
  world.pushTickets()
  world.fail('appToken', refusal(2200, 'internal error'), { times: 1 })
  expect(await read()).toBe('read')
  expect(calls()).toEqual([0, 2, 1, 1, 0])
})

test('neither secret nor ticket nor token is in the log', async () => {
  const { world, app, read, log } = aStoreApp()
  world.pushTickets()
  world.fail('appToken', refusal(10012), { times: 1 })
  world.fail('tenantToken', refusal(10013), { times: 1 })
  await read()
  const written = JSON.stringify(log.lines)
  for (const secret of [app.secret, ...(app.store?.tickets ?? [])]) expect(written).not.toContain(secret)
  expect(written).not.toMatch(/"[at]-/)
})
