import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { companyFor } from '../../../hub/composition/app-account.ts'
import { serveCallback } from '../../../hub/composition/serve-callback.ts'
import { parseHubConfiguration } from '../../../hub/config/hub-configuration.ts'
import { createSystemClock } from '../../../main/adapters/clock/system-clock.ts'
import { createHttp } from '../../../main/adapters/network/fetch-http.ts'
import { hours, minutes, plus } from '../../../shared/time/time.ts'
import { realTime } from '../../../simulator/real-time.ts'
import { serveWorld } from '../../../simulator/server.ts'
import { deliverPushes } from '../../../simulator/store-apps/deliver-pushes.ts'
import { createWorld } from '../../../simulator/world.ts'
import { createMemoryHubStore } from '../../support/memory/hub/memory-hub-store.ts'
import { createMemoryLog } from '../../support/memory/memory-log.ts'
import { aHubConfiguration } from '../config/a-hub-configuration.ts'

type Ends = (run: () => Promise<void>) => void

/** A simulated Feishu and the hub's part of a store app, with HTTP between them in both directions. */
async function aStoreApp(onTestFinished: Ends) {
  const world = createWorld({ now: realTime.now, random: Math.random })
  const [app, room] = [world.addApp({ ofStore: true }), world.addRoom()]
  const feishu = await serveWorld(world, { after: realTime.after })
  const folder = await mkdtemp(join(tmpdir(), 'room-panel-test-'))
  const secret = async (name: string, text = '') => {
    await writeFile(join(folder, name), `${text}\n`)
    return join(folder, name)
  }
  const parsed = parseHubConfiguration({
    ...aHubConfiguration,
    feishu: {
      origin: feishu.origin,
      appId: app.id,
      storeApp: {
        tenantKey: app.tenant.key,
        callback: { port: 9466 },
        encryptKeyFile: await secret('encrypt-key', app.store?.encryptKey),
        verificationTokenFile: await secret('verification-token', app.store?.verificationToken),
      },
    },
    appSecretFile: await secret('app-secret', app.secret),
  })
  const configuration = parsed.ok ? parsed.value : expect.fail('The configuration of this test')
  const [clock, log] = [createSystemClock(), createMemoryLog()]
  const store = createMemoryHubStore(clock)
  const served = await serveCallback(configuration, { ...store, clock, log }, 0)
  const callback = served.ok ? served.value : expect.fail('There is a free port')
  const pushes = deliverPushes(world, `${callback.url}/feishu/events`, realTime.after)
  onTestFinished(async () => {
    pushes.stop()
    await Promise.all([callback.close(), feishu.close(), rm(folder, { recursive: true })])
  })
  return {
    world,
    app,
    pushes,
    /** What a reading comes to in a hub that has just begun. */
    hub: () => {
      const ports = { http: createHttp(fetch), clock, log, random: () => 0 }
      const company = companyFor(configuration, store, ports)
      return async (): Promise<string> => {
        const window = { start: clock.now(), end: plus(clock.now(), hours(1)) }
        const answer = await company.readSchedules([room.id], window)
        return answer.ok ? 'read' : answer.error.code
      }
    },
  }
}

test('a hub that has no ticket asks for one, is pushed it, and reads; the next one has it already', async ({
  onTestFinished,
}) => {
  const { world, app, pushes, hub } = await aStoreApp(onTestFinished)
  world.askForChallenge(app, 'ajls384kdjx98XX')
  await expect
    .poll(() => pushes.deliveries)
    .toEqual([{ status: 200, body: '{"challenge":"ajls384kdjx98XX"}' }])
  expect(await hub()()).toBe('read')
  expect(await hub()()).toBe('read')
  expect([world.callsTo('resendTicket'), world.callsTo('tenantToken')]).toEqual([1, 2])
})

test('a ticket that comes late, twice, forged or old leaves the hub reading', async ({ onTestFinished }) => {
  const { world, pushes, hub } = await aStoreApp(onTestFinished)
  world.switches.olderTicket = 'counts'
  world.failPush({ kind: 'late', ms: 10 })
  world.failPush({ kind: 'doubled' })
  world.failPush({ kind: 'forged' })
  world.failPush({ kind: 'wrongKey' })
  world.failPush({ kind: 'old', ms: minutes(10) })
  for (let hour = 0; hour < 5; hour++) world.pushTickets()
  await expect.poll(() => pushes.deliveries.length).toBe(6)
  expect(pushes.deliveries.filter(({ status }) => status === 200)).toHaveLength(3)
  expect(pushes.deliveries.filter(({ status }) => status === 403)).toHaveLength(3)
  expect(await hub()()).toBe('read')
  expect(world.callsTo('resendTicket')).toBe(0)
})

test('when Feishu takes neither token nor ticket any more, the hub gets others by itself', async ({
  onTestFinished,
}) => {
  const { world, app, hub } = await aStoreApp(onTestFinished)
  const read = hub()
  expect(await read()).toBe('read')
  world.revokeTokens()
  world.voidTickets(app)
  expect(await read()).toBe('read')
  expect(world.callsTo('resendTicket')).toBe(2)
})
