import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inProject } from '../../../build/project.mjs'
import type { OrderHandlers } from '../../../engine/it-desk.ts'
import type { DoorPanel } from '../../../engine/door-panel/door-panel.ts'
import { createPostgresStore } from '../../../hub/store/postgres/postgres-store.ts'
import { minutes } from '../../../shared/time/time.ts'
import { realTime } from '../../../simulator/real-time.ts'
import { serveWorld } from '../../../simulator/server.ts'
import { createWorld } from '../../../simulator/world.ts'
import { contact } from '../../support/a-booking-door.ts'
import { createMemoryLog } from '../../support/memory/memory-log.ts'
import { addDoorAccount } from '../../support/services/accounts.ts'
import { startMosquitto } from '../../../build/services/mosquitto.ts'
import { startPostgres } from '../../../build/services/postgres.ts'
import { startHubProcess } from './hub-process.ts'
import { type DoorRules, startRealDoor } from './real-door.ts'

/**
 * A simulated Feishu, a Mosquitto and a PostgreSQL, each as it is, with a room that has two doors. `checkIn`: what
 * IT says of it, at the hub and at its doors. `over`: what else the hub's configuration says.
 */
export async function aSite(checkIn: DoorRules = { mode: 'off' }, over: object = {}) {
  const cleanUp: (() => Promise<unknown>)[] = []
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
      checkIn: { mode: checkIn.mode },
      budget: { callsPerMonth: 400_000 },
      booking: { who: 'everyone', contact },
      timeZone: 'Asia/Shanghai',
      ...over,
    }),
  )
  const realDoor = async (name: string, orderHandlers?: OrderHandlers) => {
    const hash = randomBytes(8).toString('hex')
    await store.doors.addCode(hash, room.id, minutes(1))
    await store.doors.redeemCode(hash, name)
    const account = await addDoorAccount(mosquitto, name)
    const door = startRealDoor(mosquitto.url, account, room.id, checkIn, orderHandlers)
    cleanUp.unshift(door.stop)
    return door
  }
  return {
    world,
    app,
    room,
    /** Ends all of it: doors before hubs, hubs before services. */
    remove: async () => {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      for (const end of cleanUp) await end()
    },
    store,
    hub: async (name: string) => {
      const counter = await mkdtemp(join(folder, `${name}-`))
      const hub = startHubProcess(configuration, counter)
      cleanUp.unshift(hub.kill)
      return hub
    },
    realDoor,
    door: async (name: string, orderHandlers?: OrderHandlers) => (await realDoor(name, orderHandlers)).panel,
    /** Runs a command of the hub's program to its end. */
    command: (...args: readonly string[]) =>
      new Promise<{ readonly status: unknown; readonly out: string }>((resolve) => {
        const words = ['--import', 'tsx', inProject('hub/main.ts'), ...args, '--config', configuration]
        execFile(process.execPath, words, { cwd: inProject() }, (error, out) =>
          resolve({ status: error?.code ?? 0, out }),
        )
      }),
  }
}

/** What a door shows: the meeting, or the state without one. */
export function shownBy(panel: DoorPanel): string {
  const { occupancy } = panel.current()
  return 'booking' in occupancy ? occupancy.booking.id : occupancy.kind
}
