import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test, vi } from 'vitest'
import type { DoorPanel } from '../../../engine/door-panel/door-panel.ts'
import { createPostgresStore } from '../../../hub/store/postgres/postgres-store.ts'
import { bookingIdOf } from '../../../shared/booking/booking.ts'
import { instantOf, minutes, seconds } from '../../../shared/time/time.ts'
import { slow } from '../../../simulator/faults/fault.ts'
import { realTime } from '../../../simulator/real-time.ts'
import { serveWorld } from '../../../simulator/server.ts'
import { createWorld } from '../../../simulator/world.ts'
import { createMemoryLog } from '../../support/memory/memory-log.ts'
import { addDoorAccount } from '../../support/services/accounts.ts'
import { startMosquitto } from '../../../build/services/mosquitto.ts'
import { startPostgres } from '../../../build/services/postgres.ts'
import { startHubProcess } from './hub-process.ts'
import { startRealDoor } from './real-door.ts'

const cleanUp: (() => Promise<unknown>)[] = []

/** A simulated Feishu, a Mosquitto and a PostgreSQL, each as it is, with a room that has two doors. */
async function aSite() {
  const world = createWorld({ now: realTime.now, random: Math.random })
  const [app, room] = [world.addApp(), world.addRoom()]
  const [feishu, mosquitto, postgres] = await Promise.all([
    serveWorld(world, { after: realTime.after }),
    startMosquitto(),
    startPostgres(),
  ])
  const url = await postgres.database()
  const store = createPostgresStore(url, createMemoryLog())
  const folder = await mkdtemp(join(tmpdir(), 'room-panel-hub-'))
  cleanUp.push(store.close, feishu.close, mosquitto.remove, postgres.remove, () =>
    rm(folder, { recursive: true }),
  )
  await store.prepare()
  const secret = async (name: string, text: string) => {
    await writeFile(join(folder, name), text)
    return join(folder, name)
  }
  const configuration = await secret(
    'config.json',
    JSON.stringify({
      feishu: { origin: feishu.origin, appId: app.id },
      appSecretFile: await secret('app-secret', app.secret),
      broker: {
        url: mosquitto.url,
        admin: {
          username: mosquitto.admin.username,
          passwordFile: await secret('broker', mosquitto.admin.password),
        },
      },
      database: { url },
      budget: { callsPerMonth: 400_000 },
      timeZone: 'Asia/Shanghai',
    }),
  )
  return {
    world,
    room,
    store,
    hub: async (name: string) => {
      const counter = await mkdtemp(join(folder, `${name}-`))
      const hub = startHubProcess(configuration, counter)
      cleanUp.unshift(hub.kill)
      return hub
    },
    door: async (name: string) => {
      const hash = randomBytes(8).toString('hex')
      await store.doors.addCode(hash, room.id, minutes(1))
      await store.doors.redeemCode(hash, name)
      const door = startRealDoor(mosquitto.url, await addDoorAccount(mosquitto, name), room.id)
      cleanUp.unshift(door.stop)
      return door.panel
    },
  }
}

/** What a door shows: the meeting, or the state without one. */
function shownBy(panel: DoorPanel): string {
  const { occupancy } = panel.current()
  return 'booking' in occupancy ? occupancy.booking.id : occupancy.kind
}

test('two doors have one truth, also when the hub dies in the middle of a reply', async ({
  onTestFinished,
}) => {
  onTestFinished(async () => {
    // oxlint-disable-next-line no-await-in-loop -- doors before hubs, hubs before services
    for (const remove of cleanUp) await remove()
  }, 20_000)
  const { world, room, store, hub, door } = await aSite()
  const now = Math.floor(realTime.now() / minutes(1)) * minutes(1)
  const meeting = (uid: string, begunBefore: number) => {
    const from = now - begunBefore
    // Of a series: the first request that is sent for it hits it.
    world.book(room, { uid, from, to: now + minutes(60), repeats: { every: 'week' } })
    return bookingIdOf(`${uid}/0/${from / 1000}`)
  }
  const [long, late] = [meeting('long', minutes(9)), meeting('late', minutes(4))]
  const [leader, a, b] = await Promise.all([hub('one'), door('door-a'), door('door-b')])
  const bothShow = async (what: string, within: number): Promise<void> => {
    const shown = () => [shownBy(a), shownBy(b)]
    await expect.poll(shown, { timeout: within, interval: 10 }).toEqual([what, what])
  }
  await bothShow(late, seconds(30))

  void a.endMeeting(late)
  await bothShow(long, seconds(5))
  expect(world.replies).toHaveLength(1)

  const follower = await hub('two')
  await vi.waitUntil(() => follower.events().includes('hub.started'), { timeout: seconds(20) })
  world.fail('reply', slow(seconds(5)))
  void a.endMeeting(long)
  await vi.waitUntil(() => world.replies.length === 2, { timeout: seconds(5), interval: 5 })
  await leader.kill()
  await bothShow('free', seconds(20))
  expect(follower.events()).toContain('hub.leads')
  await b.endMeeting(long)
  expect(world.replies).toHaveLength(2)
  expect(await store.attempts.endingAfter(instantOf(now))).toMatchObject({
    value: [
      { booking: late, verdict: 'end', door: 'door-a', outcome: 'done' },
      { booking: long, verdict: 'end', door: 'door-a' },
    ],
  })
}, 120_000)
