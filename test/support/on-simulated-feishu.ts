import { createFeishuCalendar } from '../../main/feishu/feishu-calendar.ts'
import type { Quota } from '../../main/feishu/tally.ts'
import { createWorld } from '../../main/simulator/world.ts'
import { ok } from '../../shared/result.ts'
import { dice } from './dice.ts'
import { createMemoryLog } from './memory-log.ts'
import { createVirtualClock } from './virtual-clock.ts'
import { httpOf } from './world-http.ts'

/** The real client on a simulated Feishu with one app and one room, in virtual time. */
export function onSimulatedFeishu(quota?: Quota) {
  const clock = createVirtualClock()
  const world = createWorld({ now: clock.now, random: dice(1) })
  const [app, room] = [world.addApp(), world.addRoom()]
  const calendar = createFeishuCalendar({
    http: httpOf(world),
    clock,
    log: createMemoryLog(),
    random: dice(2),
    origin: 'https://open.feishu.cn',
    appId: app.id,
    roomId: room.id,
    readSecret: async () => ok(app.secret),
    ...(quota && { quota }),
  })
  return { clock, world, app, room, calendar }
}
