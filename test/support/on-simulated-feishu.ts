import type { Quota } from '../../engine/calendars/feishu/calls/tally.ts'
import { createFeishuCalendar } from '../../engine/calendars/feishu/feishu-calendar.ts'
import { ok } from '../../shared/result.ts'
import { createWorld } from '../../simulator/world.ts'
import { dice } from './dice.ts'
import { createMemoryLog } from './memory/memory-log.ts'
import { createVirtualClock } from './virtual-clock.ts'
import { httpOf } from './world-http.ts'

/** The real client on a simulated Feishu with one app and one room, in virtual time. */
export function onSimulatedFeishu(quota?: Quota) {
  const clock = createVirtualClock()
  const world = createWorld({ now: clock.now, random: dice(1) })
  const [app, room] = [world.addApp(), world.addRoom()]
  const calendarOfDoor = () =>
    createFeishuCalendar({
      http: httpOf(world),
      clock,
      log: createMemoryLog(),
      random: dice(2),
      origin: 'https://open.feishu.cn',
      appId: app.id,
      roomId: room.id,
      contact: 'ou_5a4b3c2d1e0f9a8b7c6d5e4f3a2b1c0d',
      readSecret: async () => ok(app.secret),
      ...(quota && { quota }),
    })
  return { clock, world, app, room, calendar: calendarOfDoor(), calendarOfDoor }
}
