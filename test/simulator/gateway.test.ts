import { expect, test } from 'vitest'

import {
  at,
  auth,
  aWorld,
  codeOf,
  FREEBUSY_PATH,
  json,
  REPLY_PATH,
  ROOMS_PATH,
  SUMMARY_PATH,
  whole,
} from './a-world.ts'

test.each([
  ['no header', {}, 99991661],
  ['a token without the word Bearer', { authorization: 't-1' }, 99991661],
  ['the word alone', { authorization: 'Bearer ' }, 99991661],
  ["a stranger's token", auth('t-nobody'), 99991663],
  ["a stranger's token under a capital", { Authorization: 'Bearer t-nobody' }, 99991663],
  ["a user's token", auth('u-nobody'), 99991668],
  ["an app's own token", auth('a-nobody'), 99991664],
])('with %s nobody gets in, whatever the parameters', (_, headers, code) => {
  const { world } = aWorld()
  const outcome = world.answer({ method: 'GET', url: FREEBUSY_PATH, headers })
  expect(codeOf(outcome)).toBe(code)
  expect(whole(outcome).status).toBe(400)
})

test('the gateway reports one obstacle after the other, in its own order', () => {
  const { world, app, get, wait } = aWorld()
  world.disableApp(app)
  world.allowOnlyFrom(app, ['203.0.113.7'])
  world.removeScope(app, 'calendar:room:readonly')
  world.limitMonth(0)
  world.limitRate('freebusy', { perSecond: 0 })
  const told = () => [whole(get(FREEBUSY_PATH)).status, codeOf(get(FREEBUSY_PATH))]
  expect(told()).toEqual([400, 99991662])
  world.enableApp(app)
  expect(told()).toEqual([400, 99991401])
  world.allowFromAnywhere(app)
  expect(told()).toEqual([400, 99991672])
  world.grantScope(app, 'calendar:room:readonly')
  expect(told()).toEqual([429, 99991403])
  world.limitMonth(Infinity)
  expect(told()).toEqual([429, 99991400])
  world.limitRate('freebusy', { perSecond: 1 })
  wait(1000)
  expect(codeOf(get(FREEBUSY_PATH))).toBe(105002)
})

test('an address that is not on the list still gets a token', () => {
  const { world, app, token, askToken, freebusyPath } = aWorld()
  world.allowOnlyFrom(app, ['203.0.113.7'])
  expect(askToken().body).toContain('"code":0')
  const request = { method: 'GET', url: freebusyPath(), headers: auth(token) }
  expect(codeOf(world.answer({ ...request, address: '203.0.113.8' }))).toBe(99991401)
  expect(codeOf(world.answer({ ...request, address: '203.0.113.7' }))).toBe(0)
})

test('a missing scope is named', () => {
  const { world, app, post } = aWorld()
  world.removeScope(app, 'calendar:room')
  expect(json(post(SUMMARY_PATH, { EventUids: [] }))).toMatchObject({
    code: 99991672,
    error: { permission_violations: [{ type: 'action_scope_required', subject: 'calendar:room' }] },
  })
})

test('any one of several scopes will do', () => {
  const { world, app, get } = aWorld()
  world.removeScope(app, 'vc:room:readonly')
  expect(codeOf(get(ROOMS_PATH))).toBe(99991672)
  world.grantScope(app, 'vc:room')
  expect(codeOf(get(ROOMS_PATH))).toBe(0)
})

test('the room calls have the documented limit, and say when to come back', () => {
  const { get, wait } = aWorld()
  wait(250)
  for (let calls = 0; calls < 50; calls++) expect(codeOf(get(ROOMS_PATH))).toBe(0)
  const { status, headers } = whole(get(ROOMS_PATH))
  expect(status).toBe(429)
  expect(headers).toMatchObject({ 'x-ogw-ratelimit-limit': '50', 'x-ogw-ratelimit-reset': '1' })
  wait(750)
  expect(codeOf(get(ROOMS_PATH))).toBe(0)
})

test('the quota counts what succeeded, and is new on the first of the month in China', () => {
  const { world, get, freebusyPath, goTo, freshToken } = aWorld()
  world.limitMonth(2)
  world.switches.refusalStatus = 400
  get(FREEBUSY_PATH)
  expect(Array.from({ length: 3 }, () => codeOf(get(freebusyPath())))).toEqual([0, 0, 99991403])

  const codeAt = (moment: string) => {
    goTo(Date.parse(moment))
    return codeOf(get(freebusyPath(), freshToken()))
  }
  expect(codeAt('2026-10-31T23:59:59+08:00')).toBe(99991403)
  expect(codeAt('2026-11-01T00:00:00+08:00')).toBe(0)
})

test.each([
  ['GET', '/open-apis/meeting_room/nothing'],
  ['POST', FREEBUSY_PATH],
  ['GET', REPLY_PATH],
  ['DELETE', `${ROOMS_PATH}/omm_0a1b2c3d4e5f60718293a4b5c6d7e8f9`],
])('%s %s is not found, in plain text', (method, url) => {
  const { world } = aWorld()
  const { status, headers, body } = whole(world.answer({ method, url, headers: {} }))
  expect([status, headers['content-type'], body]).toEqual([404, 'text/plain', '404 page not found'])
})

test('every answer carries its log id and the time of the world', () => {
  const { world, get, wait } = aWorld()
  const first = whole(get('/nowhere'))
  expect(first.headers['date']).toBe('Mon, 12 Oct 2026 01:00:00 GMT')
  expect(first.headers['x-tt-logid']).toMatch(/^20261012090000[0-9A-F]{20}$/)
  expect(first.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
  wait(1000)
  world.switches.dateSkew = -90_000
  const second = whole(get(FREEBUSY_PATH, 't-nobody'))
  expect(second.headers['date']).toBe('Mon, 12 Oct 2026 00:58:31 GMT')
  expect(second.body).toContain(`"log_id":"${second.headers['x-tt-logid']}"`)
  expect(second.headers['x-tt-logid']).not.toBe(first.headers['x-tt-logid'])
})

test.each([
  ['2026-10-12T15:59:59.999Z', 'Mon, 12 Oct 2026 15:59:59 GMT', '20261012235959'],
  ['2026-10-12T16:00:00.000Z', 'Mon, 12 Oct 2026 16:00:00 GMT', '20261013000000'],
  ['2026-10-12T23:59:59.500Z', 'Mon, 12 Oct 2026 23:59:59 GMT', '20261013075959'],
  ['2026-10-13T00:00:00.000Z', 'Tue, 13 Oct 2026 00:00:00 GMT', '20261013080000'],
  ['2027-01-01T09:05:07.000Z', 'Fri, 01 Jan 2027 09:05:07 GMT', '20270101170507'],
])('at %s the date is of Greenwich, and that of the log id of China', (moment, date, digits) => {
  const { get, goTo } = aWorld()
  const stampsAt = (time: string) => {
    goTo(Date.parse(time))
    const { headers } = whole(get('/nowhere'))
    return [headers['date'], headers['x-tt-logid']?.slice(0, 14)]
  }
  const stamps = [stampsAt(moment), stampsAt('2026-10-10T12:00:00Z'), stampsAt(moment)]
  expect(stamps).toEqual([
    [date, digits],
    ['Sat, 10 Oct 2026 12:00:00 GMT', '20261010200000'],
    [date, digits],
  ])
})

test('the world counts the calls that arrive', () => {
  const { world, get, freebusyPath } = aWorld()
  get(freebusyPath(at('00:00'), at('00:00', 1)))
  get(FREEBUSY_PATH, 't-nobody')
  expect(world.callsTo('freebusy')).toBe(2)
  expect(world.callsTo('reply')).toBe(0)
})
