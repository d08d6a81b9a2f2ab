import { feishuCompany } from '../../engine/calendars/feishu/feishu-for.ts'
import { createLine, type Line } from '../../engine/line/line.ts'
import type { Log } from '../../engine/ports.ts'
import { parseHubConfiguration } from '../../hub/config/hub-configuration.ts'
import { policyIn, roomConfiguration } from '../../hub/config/room-configuration.ts'
import { startHub } from '../../hub/hub.ts'
import { callsOfRoom } from '../../hub/rooms/calls-of-room.ts'
import { monthAt, type Share } from '../../shared/budget/call-ledger.ts'
import { hubRights } from '../../shared/line/topics.ts'
import { ok } from '../../shared/result.ts'
import { days, hours, type Instant, instantOf, minutes, plus } from '../../shared/time/time.ts'
import { createWorld } from '../../simulator/world.ts'
import { drawDay } from '../budget/a-day.ts'
import { createQueueClock } from '../budget/queue-clock.ts'
import { aHubConfiguration } from '../hub/config/a-hub-configuration.ts'
import { dice } from '../support/dice.ts'
import { createMemoryHubStore } from '../support/memory/hub/memory-hub-store.ts'
import { createMemoryBroker } from '../support/memory/memory-broker.ts'
import { httpOf } from '../support/world-http.ts'

/** Wednesday 2026-07-15 in China. */
const midnight = instantOf(Date.UTC(2026, 6, 14, 16))
/** Before this the hub has begun, and read all rooms. */
const beginning = minutes(5)

export interface HubHours {
  /** Calls an hour. */
  readonly calls: number
  /** How long after each booking the view of its room had it, ms; infinite if none did. */
  readonly ages: readonly number[]
}

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined }

/**
 * Some hours of a hub in virtual time, with the real engines and the real client on the simulator, whose answers take no
 * time. `from`: ms from midnight.
 */
export async function liveHub(
  count: number,
  callsPerMonth: number,
  from: number,
  length = hours(1),
): Promise<HubHours> {
  const start = plus(midnight, from - beginning)
  const clock = createQueueClock(start)
  const random = dice(1)
  const world = createWorld({ now: clock.now, random })
  const app = world.addApp()
  const rooms = Array.from({ length: count }, () => world.addRoom())
  const broker = createMemoryBroker(clock)
  const store = createMemoryHubStore(clock)
  broker.accounts.set('hub', { password: 'hub', ...hubRights })
  await Promise.all(
    rooms.map(async ({ id }, index) => {
      await store.doors.addCode(`door-${index}`, id, days(1))
      await store.doors.redeemCode(`door-${index}`, `door-${index}`)
    }),
  )
  const changes = watchChanges(clock)
  for (const [index, room] of rooms.entries())
    for (const { from: begins, to, bookedAt } of drawDay(random).meetings) {
      const meeting = { from: midnight + begins, to: midnight + to }
      if (bookedAt === undefined || bookedAt < from - beginning) world.book(room, meeting)
      else if (bookedAt < from + length - minutes(5))
        clock.after(midnight + bookedAt - start, () =>
          changes.made(`door-${index}`, world.book(room, meeting).uid, bookedAt >= from),
        )
    }
  let calls = 0
  const ports = {
    clock,
    log: silent,
    random,
    http: ((request) => {
      if (clock.now() >= plus(midnight, from)) calls += 1
      return httpOf(world)(request)
    }) satisfies ReturnType<typeof httpOf>,
  }
  const parsed = parseHubConfiguration({
    ...aHubConfiguration,
    feishu: { origin: 'http://127.0.0.1:1', appId: app.id },
    budget: { callsPerMonth },
    timeZone: 'Asia/Shanghai',
  })
  if (!parsed.ok) throw new Error('A hub’s configuration is wrong', { cause: parsed.error })
  const configuration = parsed.value
  const account = { username: 'hub', clientId: 'hub', readPassword: async () => ok('hub') }
  const connect = broker.client({ ...account, url: 'mqtt://memory', sessionExpiry: 0 })
  const line = createLine({ connect, clock, log: silent, random })
  const stop = startHub({
    company: feishuCompany(ports, configuration, async () => ok(app.secret)),
    line: changes.seenOn(line),
    store,
    clock,
    log: silent,
    holder: 'hub',
    rooms: rooms.map(({ id }) => id),
    configurationOf: (room) => roomConfiguration(configuration, room, count),
    policy: policyIn(configuration),
    calls: callsOfRoom({ shareOf: (all) => shareOnPace(all, clock.now(), calls) }, callsPerMonth),
    timeZone: 'Asia/Shanghai',
  })
  await clock.runUntil(plus(midnight, from + length))
  void stop()
  return { calls: Math.round((calls * hours(1)) / length), ages: changes.ages() }
}

/** What the company has of the month's calls, if it has spent its even part of them until this day. */
function shareOnPace(calls: number, now: Instant, made: number): Share {
  const { start, end } = monthAt(now)
  return { calls, spent: (calls * (midnight - start)) / (end - start) + made, since: start }
}

/** When each booking was made, and when the view of its door had it. */
function watchChanges({ now }: { readonly now: () => number }) {
  const pending = new Map<
    string,
    { readonly door: string; readonly madeAt: number; readonly counts: boolean }
  >()
  const ages: number[] = []
  return {
    made: (door: string, uid: string, counts: boolean): void =>
      void pending.set(uid, { door, counts, madeAt: now() }),
    seenOn: (line: Line): Line => ({
      ...line,
      publish: (message) => {
        for (const [uid, { door, madeAt, counts }] of pending)
          if (message.topic.endsWith(`/${door}/to/room`) && String(message.payload).includes(uid)) {
            pending.delete(uid)
            if (counts) ages.push(now() - madeAt)
          }
        return line.publish(message)
      },
    }),
    ages: (): readonly number[] => [
      ...ages,
      ...[...pending.values()].filter(({ counts }) => counts).map(() => Infinity),
    ],
  }
}
