import {
  AppType,
  CAppTicket,
  type Cache,
  Client,
  EventDispatcher,
  LoggerLevel,
  withTenantKey,
} from '@larksuiteoapi/node-sdk'
import * as v from 'valibot'
import { afterEach, expect, test } from 'vitest'

import { deliverPushes } from '../../simulator/store-apps/deliver-pushes.ts'
import type { Push } from '../../simulator/store-apps/push.ts'
import { type ServedWorld, serveWorld } from '../../simulator/server.ts'
import { aWorld, auth, codeOf, post, SUMMARY_PATH, TOKEN_PATH, whole } from './a-world.ts'
import { freebusyOf, ownCache, silent } from './official-client.ts'

const open = new Set<ServedWorld>()

afterEach(async () => {
  await Promise.all([...open].map(({ close }) => close()))
  open.clear()
})

const APP_TOKEN = '/open-apis/auth/v3/app_access_token'
const TENANT_TOKEN = '/open-apis/auth/v3/tenant_access_token'
const RESEND = '/open-apis/auth/v3/app_ticket/resend'

const aStore = () => {
  const scene = aWorld()
  const app = scene.world.addApp({ ofStore: true })
  const pushes: Push[] = []
  scene.world.onPush((push) => pushes.push(push))
  return { ...scene, app, pushes }
}

/** Feishu's own receiver of events, with what it keeps. */
const officialReceiver = ({ app }: ReturnType<typeof aStore>, cache: Cache) => {
  const { encryptKey = '', verificationToken = '' } = app.store ?? {}
  const keys = { encryptKey, verificationToken, cache, logger: silent, loggerLevel: LoggerLevel.fatal }
  const dispatcher = new EventDispatcher(keys)
  return (push: Push): Promise<unknown> => {
    const { headers } = push
    const body: unknown = JSON.parse(push.body)
    return dispatcher.invoke(Object.assign(Object.create({ headers }), body))
  }
}

const ticketIn = (cache: Cache, app: { readonly id: string }): Promise<unknown> =>
  cache.get(CAppTicket, { namespace: app.id })

test.for(['1.0', '2.0'] as const)("Feishu's own SDK takes a pushed ticket of form %s", async (schema) => {
  const scene = aStore()
  const cache = ownCache()
  const receive = officialReceiver(scene, cache)
  scene.world.switches.eventSchema = schema
  scene.world.pushTickets()
  for (const push of scene.pushes) await receive(push)
  expect(await ticketIn(cache, scene.app)).toBe(scene.app.store?.tickets.at(-1))
})

test("Feishu's own SDK refuses what a fault has forged", async () => {
  const scene = aStore()
  const cache = ownCache()
  const receive = officialReceiver(scene, cache)
  scene.world.failPush({ kind: 'forged' })
  scene.world.failPush({ kind: 'wrongKey' })
  scene.world.pushTickets()
  scene.world.pushTickets()
  for (const push of scene.pushes) expect(await receive(push)).toBeUndefined()
  expect(await ticketIn(cache, scene.app)).toBeUndefined()
})

test("Feishu's own SDK asks for a ticket, and reads with the tokens that it leads to", async () => {
  const scene = aStore()
  const { world, app, room } = scene
  const served = await serveWorld(world, { after: () => () => undefined })
  open.add(served)
  const cache = ownCache()
  const receive = officialReceiver(scene, cache)
  world.onPush((push) => void receive(push))
  const client = new Client({
    appType: AppType.ISV,
    appId: app.id,
    appSecret: app.secret,
    domain: served.origin,
    cache,
    logger: silent,
    loggerLevel: LoggerLevel.fatal,
  })
  await expect.poll(() => ticketIn(cache, app)).toMatch(/^[0-9a-f]{32}$/)
  const window = { time_min: '2026-10-12T00:00:00+08:00', time_max: '2026-10-13T00:00:00+08:00' }
  const answer: unknown = await client.request(
    { ...freebusyOf([room.id], window) },
    withTenantKey(app.tenant.key),
  )
  expect(answer).toMatchObject({ code: 0 })
  expect([world.callsTo('appToken'), world.callsTo('tenantToken')]).toEqual([1, 1])
})

test('the calls for a token refuse what does not fit', () => {
  const { world, app, pushes, tokenOf } = aStore()
  const ownApp = world.addApp()
  const code = (path: string, body: object): number => codeOf(world.answer(post(path, body)))
  const credentials = { app_id: app.id, app_secret: app.secret }
  const ownCredentials = { app_id: ownApp.id, app_secret: ownApp.secret }
  expect(code(RESEND, ownCredentials)).toBe(10016)
  expect(code(RESEND, { ...credentials, app_secret: 'x' })).toBe(10014)
  expect(code(TOKEN_PATH, credentials)).toBe(10003)
  expect(code(APP_TOKEN, { ...credentials, app_ticket: 'x' })).toBe(10012)
  expect(code(RESEND, credentials)).toBe(0)
  expect(pushes).toHaveLength(1)
  const ticket = app.store?.tickets.at(-1)
  const answer = whole(world.answer(post(APP_TOKEN, { ...credentials, app_ticket: ticket })))
  const { app_access_token: token } = v.parse(
    v.object({ app_access_token: v.string() }),
    JSON.parse(answer.body),
  )
  expect(code(TENANT_TOKEN, { app_access_token: token, tenant_key: '0'.repeat(16) })).toBe(10013)
  expect(code(TENANT_TOKEN, { app_access_token: 'a-x', tenant_key: app.tenant.key })).toBe(99991664)
  const given = whole(
    world.answer(post(TENANT_TOKEN, { app_access_token: token, tenant_key: app.tenant.key })),
  )
  const { tenant_access_token: bearer } = tokenOf(given)
  expect(codeOf(world.answer({ ...post(SUMMARY_PATH, { EventUids: [] }), headers: auth(bearer) }))).toBe(
    99991676,
  )
})

test.for([
  ['refused', 10012],
  ['counts', 0],
] as const)('a ticket after which a newer one was pushed can be %s', ([reading, code]) => {
  const { world, app } = aStore()
  world.switches.olderTicket = reading
  world.pushTickets()
  const app_ticket = app.store?.tickets.at(-1)
  world.pushTickets()
  const body = { app_id: app.id, app_secret: app.secret, app_ticket }
  expect(codeOf(world.answer(post(APP_TOKEN, body)))).toBe(code)
})

test('a push that is not taken comes again, and each hour there is another one', async () => {
  const { world } = aStore()
  const pauses: { readonly ms: number; readonly run: () => void }[] = []
  const after = (ms: number, run: () => void) => {
    pauses.push({ ms, run })
    return () => undefined
  }
  // The simulator itself answers 404 there.
  const served = await serveWorld(world, { after })
  open.add(served)
  const { deliveries, stop } = deliverPushes(world, `${served.origin}/feishu/events`, after)
  pauses[0]?.run()
  await expect.poll(() => deliveries.length).toBe(1)
  await expect.poll(() => pauses.length).toBe(3)
  pauses[2]?.run()
  await expect.poll(() => pauses.length).toBe(4)
  expect(pauses.map(({ ms }) => ms)).toEqual([3_600_000, 3_600_000, 15_000, 300_000])
  expect(deliveries.map(({ status }) => status)).toEqual([404, 404])
  stop()
})
