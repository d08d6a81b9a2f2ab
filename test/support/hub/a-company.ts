import { feishuCompany } from '../../../engine/calendars/feishu/feishu-for.ts'
import type { CallCounter, Http } from '../../../engine/ports.ts'
import { startHub } from '../../../hub/hub.ts'
import type { HubStore } from '../../../hub/store/hub-store.ts'
import { ok } from '../../../shared/result.ts'
import { seconds } from '../../../shared/time/time.ts'
import { createWorld } from '../../../simulator/world.ts'
import { aConfiguration } from '../a-door.ts'
import { contact } from '../a-booking-door.ts'
import { at, auto } from '../builders.ts'
import { dice } from '../dice.ts'
import { aLineDoor, lineTo } from '../line/line-door.ts'
import { createMemoryHubStore } from '../memory/hub/memory-hub-store.ts'
import { createMemoryBroker } from '../memory/memory-broker.ts'
import { createMemoryLog } from '../memory/memory-log.ts'
import { createVirtualClock } from '../virtual-clock.ts'
import { httpOf } from '../world-http.ts'

const { follower: _, ...policy } = auto

/** A simulated company with these many rooms, a broker and a store, all in memory and in virtual time. */
export async function aCompany(time: string, { rooms: count = 1 } = {}) {
  const clock = createVirtualClock(at(time))
  const world = createWorld({ now: clock.now, random: dice(1) })
  const app = world.addApp()
  const rooms = Array.from({ length: count }, () => world.addRoom())
  const broker = createMemoryBroker(clock)
  const store = createMemoryHubStore(clock)
  const configurationOf = (room: string) =>
    aConfiguration({
      feishu: { origin: 'http://127.0.0.1:1', appId: app.id },
      room: { id: room },
      checkIn: { mode: 'off' },
      budget: { callsPerMonth: 400_000 },
      booking: { who: 'everyone', contact },
    })
  return {
    clock,
    world,
    app,
    rooms,
    broker,
    store,
    /** Enrols doors for this room. */
    assign: async (room: string, ...doors: readonly string[]): Promise<void> => {
      for (const door of doors) {
        // oxlint-disable-next-line no-await-in-loop -- one after the other
        await store.doors.addCode(door, room, seconds(60))
        // oxlint-disable-next-line no-await-in-loop -- the same
        await store.doors.redeemCode(door, door)
      }
    },
    /** A hub of this name, which dies without a word when it is told to. `reached` is the store as this hub reaches it. */
    hub: async (name: string, http: Http = httpOf(world), calls?: CallCounter, reached: HubStore = store) => {
      const log = createMemoryLog()
      const life = createLife(clock)
      const line = lineTo(broker, life.clock, name)
      const account = {
        feishu: { origin: 'http://127.0.0.1:1', appId: app.id },
        budget: { callsPerMonth: 1 },
        contact,
      }
      const ports = { http, clock: life.clock, log, random: dice(3) }
      startHub({
        company: feishuCompany(ports, account, async () => ok(app.secret)),
        line,
        store: reached,
        clock: life.clock,
        log,
        rooms: rooms.map(({ id }) => id),
        configurationOf,
        policy,
        ...(calls && { calls }),
        timeZone: 'Asia/Shanghai',
        holder: name,
      })
      await clock.advance(seconds(1))
      return {
        log,
        die: () => {
          life.end()
          broker.breakOff(name)
          broker.accounts.delete(name)
        },
      }
    },
    door: (name: string, over?: Parameters<typeof aLineDoor>[3]) =>
      aLineDoor({ broker, clock }, name, time, over),
  }
}

/** Time that stands still for a program once it is dead: no timer of it runs any more. */
function createLife(clock: ReturnType<typeof createVirtualClock>) {
  let isOver = false
  return {
    clock: {
      ...clock,
      after: (ms: number, run: () => void) => clock.after(ms, () => (isOver ? undefined : run())),
    },
    end: () => void (isOver = true),
  }
}

export type Company = Awaited<ReturnType<typeof aCompany>>
