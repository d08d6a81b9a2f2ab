import { expect, test, vi } from 'vitest'
import { days, hours, instantOf, minutes, plus, seconds } from '../../shared/time/time.ts'
import {
  emptyAnswer,
  type Fault,
  garbage,
  gatewayPage,
  refusal,
  tooManyCalls,
} from '../../simulator/faults/fault.ts'
import { createWorld, type World } from '../../simulator/world.ts'
import { dice } from '../support/dice.ts'
import { hangPanel } from './door.ts'
import { createQueueClock } from './queue-clock.ts'

vi.setConfig({ testTimeout: 60_000 })

/** A Monday, 08:00 in China. */
const monday = instantOf(Date.UTC(2026, 9, 12, 0))
const callsPerMonth = 8000

async function aDoorOnMonday() {
  const clock = createQueueClock(monday)
  const random = dice(3)
  const world = createWorld({ now: clock.now, random })
  const door = await hangPanel({ clock, world, app: world.addApp(), random }, callsPerMonth)
  await clock.runUntil(plus(monday, minutes(5)))
  return { clock, world, ...door }
}

/** Those that count: all but the ones for a token. */
const counted = ['freebusy', 'room', 'levelsByIds', 'summary', 'reply'] as const

const callsTo = (world: World): number => counted.reduce((sum, call) => sum + world.callsTo(call), 0)

const spoil = (world: World, fault: Fault): void => {
  for (const call of counted) world.fail(call, fault)
}

/** Three days' part of the month. */
const threeDaysShare = (callsPerMonth * 3) / 31

test.each<[string, Fault]>([
  ['105001 with HTTP 200', refusal(105001)],
  ['105001 with HTTP 500', refusal(105001, 'internal error', 500)],
  ['half an answer with HTTP 200', garbage()],
  ['an empty answer with HTTP 200', emptyAnswer()],
  [
    'a portal’s page with HTTP 200',
    { kind: 'page', status: 200, body: '<html>Welcome</html>', carriedOut: false },
  ],
  [
    'a block page with HTTP 403',
    { kind: 'page', status: 403, body: '<html>Blocked</html>', carriedOut: false },
  ],
  ['an unknown code', refusal(424242)],
  ['a gateway that is down', gatewayPage(502)],
])('three days of %s cost no more than three days without', async (_, fault) => {
  const { clock, world, counter, panel } = await aDoorOnMonday()
  const [before, spentBefore] = [callsTo(world), counter.shareOf(callsPerMonth).spent]
  spoil(world, fault)
  await clock.runUntil(plus(monday, days(3)))
  expect(callsTo(world) - before).toBeLessThan(threeDaysShare * 1.5)
  expect(counter.shareOf(callsPerMonth).spent - spentBefore).toBeCloseTo(callsTo(world) - before, 6)
  world.heal()
  await clock.runUntil(plus(monday, days(3) + hours(1)))
  expect(panel.current().occupancy.kind).toBe('free')
  await clock.runUntil(plus(monday, days(4) + hours(4)))
  expect(panel.current().occupancy.kind).toBe('free')
})

test.each([
  ['the calendar rests for an hour', tooManyCalls({ resetSeconds: 3600 }), 6],
  ['the calendar rests for an hour, with HTTP 400', tooManyCalls({ status: 400, resetSeconds: 3600 }), 6],
  ['the calendar fails', refusal(105001), 16],
  ['a portal answers', garbage(), 16],
] as const)('touches in a row while %s make few calls', async (_, fault, most) => {
  const { clock, world, panel } = await aDoorOnMonday()
  spoil(world, fault)
  const before = callsTo(world)
  for (let touch = 0; touch < 250; touch++) {
    void panel.touch()
    // oxlint-disable-next-line no-await-in-loop -- one touch after the other
    await clock.runUntil(plus(clock.now(), seconds(0.1)))
  }
  expect(callsTo(world) - before).toBeLessThanOrEqual(most)
  expect(callsTo(world) - before).toBeGreaterThan(0)
})
