import { expect, test } from 'vitest'
import { createTally } from '../../../../../engine/calendars/feishu/calls/tally.ts'
import { createFeishuCalendar } from '../../../../../engine/calendars/feishu/feishu-calendar.ts'
import { ok } from '../../../../../shared/result.ts'
import { hours, minutes } from '../../../../../shared/time/time.ts'
import { aShare } from '../../../../support/a-share.ts'
import { createMemoryLog } from '../../../../support/memory/memory-log.ts'
import { createVirtualClock } from '../../../../support/virtual-clock.ts'
import {
  appId,
  appSecret,
  createScriptedFeishu,
  gatewayPage,
  roomId,
  type Step,
  threeDays,
} from '../scripted-feishu.ts'

function aTally(callsPerMonth: number, before = 0) {
  let calls = before
  let now = 0
  const counter = { count: () => void (calls += 1), shareOf: (all: number) => aShare(calls)(all) }
  const quota = { callsPerMonth, counter }
  const mayLeave = createTally(quota, () => now)
  return { quota, mayLeave, counted: () => calls - before, wait: (ms: number) => void (now += ms) }
}

test.each<[string, Step]>([
  ['a good answer', { json: { code: 0, data: { free_busy: {} } } }],
  ['one without a date', { json: { code: 0, data: { free_busy: {} } }, headers: { date: '' } }],
  ['an internal error', { json: { code: 105001, msg: 'internal error' } }],
  ['a portal’s page', { text: '<html>Welcome to this Wi-Fi</html>' }],
  ['a refusal', { status: 400, json: { code: 99991672, msg: 'no' } }],
  ['too many calls', { status: 429, json: { code: 99991400, msg: '' } }],
  ['a gateway’s page', gatewayPage],
  ['a broken connection', new TypeError('fetch failed')],
  ['nothing', 'hang'],
])('each call that leaves counts, whatever becomes of it: %s', async (_, step) => {
  const clock = createVirtualClock()
  const feishu = createScriptedFeishu(clock)
  feishu.always('freebusy', step)
  const { quota, counted } = aTally(1000)
  const calendar = createFeishuCalendar({
    http: feishu.http,
    clock,
    log: createMemoryLog(),
    quota,
    random: () => 0,
    origin: 'https://open.feishu.cn',
    appId,
    roomId,
    readSecret: async () => ok(appSecret),
  })
  for (let reading = 0; reading < 5; reading++) {
    void calendar.readSchedule(threeDays)
    // oxlint-disable-next-line no-await-in-loop -- one reading after the other
    await clock.advance(120_000)
  }
  expect(feishu.callsTo('freebusy').length).toBeGreaterThanOrEqual(5)
  expect(counted()).toBe(feishu.callsTo('freebusy').length)
})

test.each([
  ['the very month', 8000],
  ['as much as a faulty network and a month of touches', 20_000],
])('a panel that has spent %s makes thirty calls at once, and then twenty an hour', (_what, before) => {
  const { mayLeave, wait } = aTally(8000, before)
  const begun = (times: number) => Array.from({ length: times }, () => mayLeave()).filter(Boolean).length
  expect(begun(100)).toBe(30)
  wait(hours(1))
  expect(begun(100)).toBe(20)
  wait(minutes(3))
  expect(begun(100)).toBe(1)
  wait(hours(10))
  expect(begun(100)).toBe(30)
})

test('calls within the share use up none of the few beyond it', () => {
  const { mayLeave } = aTally(5)
  for (let call = 0; call < 35; call++) expect(mayLeave()).toBe(true)
  expect(mayLeave()).toBe(false)
})

test('without a share no call is held back', () => {
  expect(createTally(undefined, () => 0)()).toBe(true)
})

test.each([
  ['of the share and beyond it', 7980, true],
  ['beyond the share alone', 8000, true],
])('a booking is begun where calls are left to take it back: %s', (_what, before, isBegun) => {
  const { mayLeave } = aTally(8000, before)
  expect(mayLeave(20)).toBe(isBegun)
})

test('a booking that could not be taken back is not begun, and does not cost a call', () => {
  const { mayLeave, counted, wait } = aTally(8000, 8000)
  for (let calls = 0; calls < 10; calls++) mayLeave()
  expect(mayLeave(20)).toBe(false)
  expect(counted()).toBe(10)
  // What was begun before goes on.
  expect(mayLeave()).toBe(true)
  wait(minutes(6))
  expect(mayLeave(20)).toBe(true)
})
