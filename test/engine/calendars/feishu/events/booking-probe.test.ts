import { expect, test } from 'vitest'
import { createFeishuProbe } from '../../../../../engine/calendars/feishu/feishu-probe.ts'
import type { BookingStep } from '../../../../../engine/room-calendar.ts'
import { ok } from '../../../../../shared/result.ts'
import { seconds } from '../../../../../shared/time/time.ts'
import { dice } from '../../../../support/dice.ts'
import { createMemoryLog } from '../../../../support/memory/memory-log.ts'
import { onSimulatedFeishu } from '../../../../support/on-simulated-feishu.ts'
import { httpOf } from '../../../../support/world-http.ts'

const scopes: readonly (readonly [BookingStep, string])[] = [
  ['makeEntry', 'calendar:calendar.event:create'],
  ['askRoom', 'calendar:calendar.event:update'],
  ['readAnswer', 'calendar:calendar.event:read'],
  ['removeEntry', 'calendar:calendar.event:delete'],
]

function aProbe() {
  const scene = onSimulatedFeishu()
  const { clock, world, app, room } = scene
  const log = createMemoryLog()
  const { booking } = createFeishuProbe({
    http: httpOf(world),
    clock,
    log,
    random: dice(3),
    origin: 'https://open.feishu.cn',
    appId: app.id,
    roomId: room.id,
    readSecret: async () => ok(app.secret),
  })
  const settled = async <T>(promise: Promise<T>): Promise<T> => {
    await clock.advance(seconds(30))
    return promise
  }
  return { ...scene, booking, settled, log }
}

test('an app with everything may take each step, and the probe makes nothing', async () => {
  const { booking, settled, world, app, log } = aProbe()
  for (const [step] of scopes) {
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    expect(await settled(booking.may(step))).toEqual({ ok: true, value: undefined })
  }
  expect(await settled(booking.hasCalendar())).toEqual({ ok: true, value: false })
  expect(await settled(booking.limits())).toEqual({ ok: true, value: {} })
  expect([world.eventsOf(app), world.callsTo('createCalendar')]).toEqual([[], 0])
  // The refusals that the probe counts on are no failures for IT to look into.
  expect(log.lines).toEqual([])
})

test.each(scopes)('%s needs %s', async (step, scope) => {
  const { booking, settled, world, app } = aProbe()
  world.removeScope(app, scope)
  expect(await settled(booking.may(step))).toMatchObject({ ok: false, error: { code: 'scopeMissing' } })
})

test('making the calendar needs calendar:calendar:create, and asking for that makes none', async () => {
  const { booking, settled, world, app } = aProbe()
  expect(await settled(booking.mayMakeCalendar())).toEqual({ ok: true, value: undefined })
  expect(await settled(booking.hasCalendar())).toEqual({ ok: true, value: false })
  world.removeScope(app, 'calendar:calendar:create')
  expect(await settled(booking.mayMakeCalendar())).toMatchObject({
    ok: false,
    error: { code: 'scopeMissing' },
  })
})

test('an app without the bot ability has no calendar', async () => {
  const { booking, settled, world, app } = aProbe()
  world.takeBot(app)
  expect(await settled(booking.hasCalendar())).toMatchObject({ ok: false, error: { code: 'botMissing' } })
})
