import { expect, test } from 'vitest'
import type { Booking } from '../../../../shared/booking/booking.ts'
import { seconds } from '../../../../shared/time/time.ts'
import {
  anItem,
  createScene,
  gatewayPage,
  type Item,
  roomId,
  type Scene,
  type Step,
  threeDays,
  tokenRejected,
} from './scripted-feishu.ts'
import { replied } from '../../../support/replied.ts'

const running = anItem('6f1d2c3b', '2026-10-12T05:30')

/** A scene in which `item` was read, as at every tap. */
async function sceneWith(item: Item): Promise<Scene & { readonly booking: Booking }> {
  const scene = createScene()
  scene.feishu.items = [item]
  const schedule = await scene.outcomeOf(scene.calendar.readSchedule(threeDays))
  const booking = (schedule.ok ? schedule.value : [])[0]
  return booking ? { ...scene, booking } : expect.fail('nothing was read')
}

/** One reply under these circumstances, and the replies that arrived. */
async function replyAfter(prepare: (scene: Scene) => void, item = running) {
  const scene = await sceneWith(item)
  prepare(scene)
  const reply = await scene.outcomeOf(replied(scene.calendar, scene.booking, 'end'))
  return { reply, arrived: scene.feishu.callsTo('reply'), scene }
}

test('is one well-formed call', async () => {
  const { reply, arrived } = await replyAfter(() => undefined)
  expect(reply).toEqual({ kind: 'accepted' })
  expect(arrived).toHaveLength(1)
  expect(arrived[0]).toMatchObject({
    method: 'POST',
    url: 'https://open.feishu.cn/open-apis/meeting_room/instance/reply',
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  })
  expect(JSON.parse(arrived[0]?.body ?? '')).toEqual({
    room_id: roomId,
    uid: '6f1d2c3b',
    original_time: 1791783000,
    status: 'ENDED_BEFORE_DUE',
  })
})

test('names a moved instance by the time that is listed, without further reading', async () => {
  const moved = anItem('6f1d2c3b', '2026-10-12T05:30', 60, 1791788400)
  const { arrived, scene } = await replyAfter(() => undefined, moved)
  expect(arrived[0]?.body).toContain('"original_time":1791788400,')
  expect(scene.feishu.callsTo('freebusy')).toHaveLength(1)
})

test.each<[string, Step]>([
  ['a gateway page', gatewayPage],
  ['a lost answer', new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } })],
  ['half an answer', { text: '{"code":' }],
  ['an empty answer', { text: '' }],
  ['a captive portal', { text: '<html>' }],
  ['an internal error', { json: { code: 105001, msg: 'internal error' } }],
  ['an unknown code with HTTP 500', { status: 500, json: { code: 424242, msg: '' } }],
  ['an unknown code', { json: { code: 424242, msg: 'no' } }],
  ['an unknown code with HTTP 404', { status: 404, json: { code: 424242, msg: '' } }],
  ['an unknown code with HTTP 429', { status: 429, json: { code: 7, msg: '' } }],
  ['a negative code', { json: { code: -1, msg: 'busy' } }],
  ['somebody’s page with HTTP 429', { status: 429, text: 'slow down' }],
  ['an answer out of a cache', { json: { code: 0, msg: 'success' }, headers: { age: '3' } }],
  ['a refusal out of a cache', { json: { code: 105003, msg: '' }, headers: { age: '600' } }],
  ['nothing', 'hang'],
])('is unsure after %s, and not sent again', async (_, step) => {
  const { reply, arrived } = await replyAfter(({ feishu }) => feishu.always('reply', step))
  expect(reply.kind).toBe('unsure')
  expect(arrived).toHaveLength(1)
})

test.each([
  [200, 105002, 'unexpected'],
  [400, 105002, 'unexpected'],
  [400, 99991672, 'scopeMissing'],
  [429, 99991400, 'rateLimited'],
  [429, 99991403, 'quotaSpent'],
  [200, 100005, 'roomUnknown'],
] as const)('is refused with HTTP %i and code %i: %s', async (status, code, problem) => {
  const { reply, arrived } = await replyAfter(({ feishu }) =>
    feishu.always('reply', { status, json: { code, msg: 'no' } }),
  )
  expect(reply).toMatchObject({ kind: 'refused', problem: { code: problem, calendarCode: code } })
  expect(arrived).toHaveLength(1)
})

test.each([200, 400, 500])('knows with HTTP %i that the meeting was moved', async (status) => {
  const { reply, arrived } = await replyAfter(({ feishu }) => {
    feishu.items = [anItem('6f1d2c3b', '2026-10-12T05:45')]
    feishu.always('reply', { status, json: { code: 105003, msg: '' } })
  })
  expect(reply).toMatchObject({ kind: 'moved', problem: { calendarCode: 105003 } })
  expect(arrived).toHaveLength(1)
})

test.each([
  ['whose name is odd', { ...running, uid: 'x'.repeat(1000) }],
  ['that ends before it starts', { ...running, start_time: running.end_time, end_time: running.start_time }],
  ['that began before 1970', { ...running, start_time: '1969-12-31T23:00:00Z' }],
])('a booking %s is not replied to: the calendar would not know it', async (_, item) => {
  const { reply, arrived } = await replyAfter(() => undefined, item)
  expect(reply).toMatchObject({ kind: 'refused', problem: { code: 'unexpected' } })
  expect(arrived).toHaveLength(0)
})

test('waits 15 s for its answer', async () => {
  const { scene, arrived } = await replyAfter(({ feishu }) => feishu.always('reply', 'hang'))
  expect(scene.clock.elapsed() - (arrived[0]?.at ?? 0)).toBe(seconds(15))
  expect(arrived[0]?.isGivenUp).toBe(true)
})

test('a reply is sent once more when its token was rejected, because it was not carried out', async () => {
  const { reply, arrived } = await replyAfter(({ feishu }) => feishu.next('reply', tokenRejected))
  expect(reply).toEqual({ kind: 'accepted' })
  expect(arrived).toHaveLength(2)
  expect(arrived[0]?.body).toBe(arrived[1]?.body)
  expect(arrived[0]?.headers['Authorization']).not.toBe(arrived[1]?.headers['Authorization'])
})

test('is refused when the next token is rejected too', async () => {
  const { reply, arrived } = await replyAfter(({ feishu }) => feishu.always('reply', tokenRejected))
  expect(reply).toMatchObject({ kind: 'refused', problem: { code: 'credentialsRejected' } })
  expect(arrived).toHaveLength(2)
})

test('is unsure when the second one, with the next token, gets no answer', async () => {
  const { reply, arrived } = await replyAfter(({ feishu }) =>
    feishu.next('reply', tokenRejected, gatewayPage),
  )
  expect(reply.kind).toBe('unsure')
  expect(arrived).toHaveLength(2)
})

test('a reply is refused, not unsure, without a token, because it was not sent', async () => {
  const { reply, arrived } = await replyAfter(({ feishu }) => {
    feishu.next('reply', tokenRejected)
    feishu.always('token', gatewayPage)
  })
  expect(reply).toMatchObject({ kind: 'refused', problem: { code: 'unreachable' } })
  expect(arrived).toHaveLength(1)
})

test('lives with a 504 page as the first answer to the token that it needs', async () => {
  const scene = await sceneWith(anItem('6f1d2c3b', '2026-10-12T05:30', 6000, 1791788400))
  await scene.clock.advance(seconds(7200))
  scene.feishu.next('token', gatewayPage)
  const reply = await scene.outcomeOf(replied(scene.calendar, scene.booking, 'end'))
  expect(reply).toEqual({ kind: 'accepted' })
  expect(scene.feishu.callsTo('reply')).toHaveLength(1)
})

test('takes a fresh token when the one at hand would end before the answer', async () => {
  const { feishu, clock, calendar, outcomeOf, booking } = await sceneWith(
    anItem('6f1d2c3b', '2026-10-12T05:30', 60, 1791788400),
  )
  feishu.always('token', { json: { code: 0, tenant_access_token: 't-30s', expire: 30 } })
  await clock.advance(seconds(7200))
  await outcomeOf(calendar.readRoom())
  // Good for a reading for another 4 s, and for a reply's 15 s no more.
  await clock.advance(seconds(16))
  await outcomeOf(calendar.readRoom())
  expect(feishu.callsTo('token')).toHaveLength(2)
  await outcomeOf(replied(calendar, booking, 'end'))
  expect(feishu.callsTo('token')).toHaveLength(3)
})

test('is in the log with what was sent and what came of it', async () => {
  const { scene } = await replyAfter(({ feishu }) => feishu.always('reply', gatewayPage))
  expect(scene.log.lines.at(-1)).toEqual({
    level: 'info',
    event: 'feishu.replied',
    facts: {
      booking: '6f1d2c3b/0/1791783000',
      verdict: 'end',
      originalTime: 1791783000,
      outcome: 'unsure',
    },
  })
})
