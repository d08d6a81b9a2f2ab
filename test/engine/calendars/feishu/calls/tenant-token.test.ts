import { expect, test } from 'vitest'
import { err, ok } from '../../../../../shared/result.ts'
import { hours, minutes, seconds } from '../../../../../shared/time/time.ts'
import { createScene, gatewayPage, threeDays, tokenAnswer, tokenRejected } from '../scripted-feishu.ts'

test('is asked for with app id and secret, and sent with each call', async () => {
  const { feishu, calendar, outcomeOf } = createScene()
  feishu.next('token', tokenAnswer('t-first', 7200))
  await outcomeOf(calendar.readRoom())
  const [token, room] = feishu.calls
  expect(token).toMatchObject({
    method: 'POST',
    url: 'https://open.feishu.cn/open-apis/auth/v3/tenant_access_token/internal',
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
    body: '{"app_id":"cli_a1b2c3d4e5f60718","app_secret":"Zx81kQ0pLm3Rt7Vw2Yb9Nc4Hd6Jf5Gs1"}',
  })
  expect(token?.headers).not.toHaveProperty('Authorization')
  expect(room).toMatchObject({
    method: 'GET',
    headers: { Authorization: 'Bearer t-first', 'Content-Type': 'application/json; charset=utf-8' },
  })
  expect(room).not.toHaveProperty('body')
})

test('five calls at once share one', async () => {
  const { feishu, calendar, outcomeOf } = createScene()
  const reads = Array.from({ length: 5 }, () => calendar.readSchedule(threeDays))
  const results = await outcomeOf(Promise.all(reads))
  expect(results.every((result) => result.ok)).toBe(true)
  expect(feishu.callsTo('token')).toHaveLength(1)
})

test('five calls whose token is rejected share the next one', async () => {
  const { feishu, calendar, outcomeOf } = createScene()
  await outcomeOf(calendar.readRoom())
  feishu.next('freebusy', tokenRejected, tokenRejected, tokenRejected, tokenRejected, tokenRejected)
  const reads = Array.from({ length: 5 }, () => calendar.readSchedule(threeDays))
  const results = await outcomeOf(Promise.all(reads))
  expect(results.every((result) => result.ok)).toBe(true)
  expect(feishu.callsTo('token')).toHaveLength(2)
})

test.each([
  { expire: 7200, serves: minutes(115) - seconds(1), ends: minutes(115) + seconds(1) },
  { expire: 600, serves: seconds(399), ends: seconds(401) },
  { expire: 60, serves: seconds(39), ends: seconds(41) },
  // What is left of it would not outlive a reading's time limit of 10 s.
  { expire: 12, serves: seconds(1), ends: seconds(3) },
])('one of $expire s serves for $serves ms and not for $ends ms', async ({ expire, serves, ends }) => {
  const { clock, feishu, calendar, outcomeOf } = createScene()
  feishu.always('token', tokenAnswer('t-short', expire))
  await outcomeOf(calendar.readRoom())
  await clock.advance(serves)
  await outcomeOf(calendar.readRoom())
  expect(feishu.callsTo('token')).toHaveLength(1)
  await clock.advance(ends - serves)
  await outcomeOf(calendar.readRoom())
  expect(feishu.callsTo('token')).toHaveLength(2)
})

test('a token that has already expired still serves the call that it was fetched for', async () => {
  const { feishu, calendar, outcomeOf } = createScene()
  feishu.always('token', tokenAnswer('t-over', 0))
  expect(await outcomeOf(calendar.readRoom())).toMatchObject({ ok: true })
  expect(await outcomeOf(calendar.readRoom())).toMatchObject({ ok: true })
  expect(feishu.callsTo('token')).toHaveLength(2)
})

test('a day of readings every minute needs one about every two hours', async () => {
  const { clock, feishu, calendar, outcomeOf } = createScene()
  for (let minute = 0; minute < 24 * 60; minute++) {
    await outcomeOf(calendar.readRoom())
    await clock.advance(minutes(1))
  }
  expect(clock.elapsed()).toBe(hours(24))
  expect(feishu.callsTo('token')).toHaveLength(13)
})

test('a rejected one is replaced once, and no more', async () => {
  const { feishu, calendar, outcomeOf } = createScene()
  feishu.always('room', tokenRejected)
  expect(await outcomeOf(calendar.readRoom())).toMatchObject({
    ok: false,
    error: { code: 'credentialsRejected', calendarCode: 99991663, logId: '2026101214' },
  })
  expect(feishu.calls.map(({ name }) => name)).toEqual(['token', 'room', 'token', 'room'])
})

test.each([
  [10003, 'credentialsRejected'],
  [10014, 'credentialsRejected'],
  [99991662, 'appDisabled'],
])('a refusal with %i is %s, and no call is made without a token', async (code, problem) => {
  const { feishu, calendar, outcomeOf } = createScene()
  feishu.always('token', { json: { code, msg: 'no', data: {} } })
  expect(await outcomeOf(calendar.readRoom())).toMatchObject({ ok: false, error: { code: problem } })
  expect(feishu.calls.map(({ name }) => name)).toEqual(['token'])
})

test.each([
  ['without a token', { code: 0, expire: 7200 }],
  ['with a token that breaks a header', { code: 0, tenant_access_token: 't-a\nb', expire: 7200 }],
  ['without an end', { code: 0, tenant_access_token: 't-a' }],
])('an answer %s is unexpected', async (_, json) => {
  const { feishu, calendar, outcomeOf } = createScene()
  feishu.always('token', { json })
  expect(await outcomeOf(calendar.readRoom())).toMatchObject({ ok: false, error: { code: 'unexpected' } })
})

test('a failed one is asked for again by the next try', async () => {
  const { feishu, calendar, outcomeOf } = createScene()
  feishu.next('token', gatewayPage, new TypeError('fetch failed'))
  expect(await outcomeOf(calendar.readRoom())).toMatchObject({ ok: true })
  expect(feishu.calls.map(({ name }) => name)).toEqual(['token', 'token', 'token', 'room'])
})

test('the secret is read anew each time, and a keyring that does not give it is told', async () => {
  const secrets = [ok('first'), err('locked' as const), ok('rotated')]
  const { clock, feishu, calendar, outcomeOf, log } = createScene(
    async () => secrets.shift() ?? expect.fail('read once too often'),
  )
  const read = async () => {
    const result = await outcomeOf(calendar.readRoom())
    await clock.advance(hours(2))
    return result
  }
  expect(await read()).toMatchObject({ ok: true })
  expect(await read()).toEqual({ ok: false, error: { code: 'secretUnavailable', cause: 'locked' } })
  expect(await read()).toMatchObject({ ok: true })
  expect(feishu.callsTo('token').map(({ body }) => body?.includes('rotated'))).toEqual([false, true])
  expect(log.events()).toContain('feishu.no-secret')
})
