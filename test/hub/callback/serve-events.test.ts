import { expect, test } from 'vitest'
import type { CallbackKeys } from '../../../hub/callback/answer-event.ts'
import { readTicket } from '../../../hub/callback/read-ticket.ts'
import { serveEvents } from '../../../hub/callback/serve-events.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { hours, minutes } from '../../../shared/time/time.ts'
import type { Push } from '../../../simulator/store-apps/push.ts'
import { createWorld } from '../../../simulator/world.ts'
import { at } from '../../support/builders.ts'
import { dice } from '../../support/dice.ts'
import { createMemoryHubStore } from '../../support/memory/hub/memory-hub-store.ts'
import { createMemoryLog } from '../../support/memory/memory-log.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'

/** A hub's callback, and the pushes of a simulated Feishu for it, which the test brings there. */
async function aCallback(onTestFinished: (run: () => Promise<void>) => void) {
  const clock = createVirtualClock(at('09:00'))
  const world = createWorld({ now: clock.now, random: dice(1) })
  const app = world.addApp({ ofStore: true })
  const [store, log, pushes] = [createMemoryHubStore(clock), createMemoryLog(), [] as Push[]]
  world.onPush((push) => pushes.push(push))
  const { encryptKey = '', verificationToken = '' } = app.store ?? {}
  let keys: Result<CallbackKeys, string> = ok({ encryptKey, verificationToken, appSecret: app.secret })
  const served = await serveEvents(
    { appId: app.id, tickets: store.tickets, clock, log, readKeys: async () => keys },
    0,
  )
  const serving = served.ok ? served.value : expect.fail('There is a free port')
  onTestFinished(serving.close)
  const ask = async (
    { headers, body }: Pick<Push, 'headers' | 'body'>,
    path = '/feishu/events',
    method = 'POST',
  ) => {
    const answer = await fetch(serving.url + path, { method, headers, ...(method === 'POST' && { body }) })
    const text: unknown = await answer.json()
    return { status: answer.status, body: text }
  }
  return {
    clock,
    world,
    app,
    store,
    log,
    pushes,
    ask,
    /** Brings all that was pushed since the last time, and tells the status of each answer. */
    bring: async () => {
      const answers = await Promise.all(pushes.splice(0).map((push) => ask(push)))
      return answers.map(({ status }) => status)
    },
    ticket: (secret = app.secret) => readTicket(store.tickets, app.id, async () => ok(secret)),
    newest: () => ({ ok: true, value: app.store?.tickets.at(-1) }),
    noKeys: () => void (keys = err('/run/encrypt-key is missing')),
  }
}

test('the ticket that is pushed is kept for all hubs, sealed', async ({ onTestFinished }) => {
  const { world, app, store, bring, ticket, newest, log } = await aCallback(onTestFinished)
  world.pushTickets()
  expect(await bring()).toEqual([200])
  expect(await ticket()).toEqual(newest())
  const kept = JSON.stringify(await store.tickets.newest(app.id))
  expect(kept + JSON.stringify(log.lines)).not.toContain(app.store?.tickets.at(-1))
  expect(await ticket('another secret')).toEqual({ ok: true, value: undefined })
})

test('what is not Feishu’s is refused without a word why, and the ticket stays', async ({
  onTestFinished,
}) => {
  const { world, pushes, ask, bring, ticket, newest, log } = await aCallback(onTestFinished)
  world.pushTickets()
  await bring()
  const before = newest()
  for (const fault of ['forged', 'wrongKey', 'old'] as const) {
    world.failPush(fault === 'old' ? { kind: fault, ms: hours(1) } : { kind: fault })
    world.pushTickets()
  }
  for (const push of pushes) expect(await ask(push)).toEqual({ status: 403, body: { error: 'refused' } })
  expect(await ticket()).toEqual(before)
  const because = log.lines.map(({ facts }) => facts['because'])
  expect(because.slice(1)).toEqual(['signatureWrong', 'undecipherable', 'outdated'])
})

test('a ticket that comes twice or late does no harm', async ({ onTestFinished }) => {
  const { clock, world, pushes, bring, ticket, newest } = await aCallback(onTestFinished)
  world.failPush({ kind: 'doubled' })
  world.pushTickets()
  expect(await bring()).toEqual([200, 200])
  world.pushTickets()
  const late = pushes.splice(0)
  await clock.advance(minutes(1))
  world.pushTickets()
  await bring()
  pushes.push(...late)
  expect(await bring()).toEqual([200])
  expect(await ticket()).toEqual(newest())
})

test('while the database or a file is away Feishu is told to push again', async ({ onTestFinished }) => {
  const { world, store, bring, noKeys, ticket, log } = await aCallback(onTestFinished)
  store.state.isDown = true
  world.pushTickets()
  expect(await bring()).toEqual([503])
  store.state.isDown = false
  noKeys()
  world.pushTickets()
  expect(await bring()).toEqual([503])
  expect(await ticket()).toEqual({ ok: true, value: undefined })
  expect(log.lines.map(({ facts }) => facts['cause'])).toContain('/run/encrypt-key is missing')
})

test('the question for the address is answered, and any other event is taken and left', async ({
  onTestFinished,
}) => {
  const { world, app, pushes, ask, log } = await aCallback(onTestFinished)
  world.askForChallenge(app, 'ajls384kdjx98XX')
  const [question] = pushes
  const unsigned = { headers: {}, body: question?.body ?? '' }
  expect(await ask(unsigned)).toEqual({ status: 200, body: { challenge: 'ajls384kdjx98XX' } })
  world.switches.eventSchema = '2.0'
  world.pushTickets()
  expect(await ask(pushes[1] ?? unsigned)).toEqual({ status: 200, body: {} })
  expect(log.events()).toEqual(['callback.challenged', 'callback.ticket'])
})

test.for([
  ['POST', '/feishu/events', '', 403],
  ['POST', '/feishu/events', '{"encrypt": 1}', 403],
  ['POST', '/feishu/events', `{"encrypt": "${'A'.repeat(1024)}"}`, 403],
  ['POST', '/feishu/events', 'A'.repeat(65_537), 413],
  ['GET', '/feishu/events', '', 405],
  ['POST', '/feishu/events?x', '', 404],
  ['POST', '/', '', 404],
] as const)(
  '%s %s with “%.20s” is answered by %i',
  async ([method, path, body, status], { onTestFinished }) => {
    const { ask, ticket } = await aCallback(onTestFinished)
    expect(await ask({ headers: {}, body }, path, method)).toMatchObject({ status })
    expect(await ticket()).toEqual({ ok: true, value: undefined })
  },
)
