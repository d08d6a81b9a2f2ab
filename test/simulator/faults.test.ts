import { expect, test } from 'vitest'

import * as faults from '../../simulator/faults/fault.ts'
import { at, aWorld, codeOf, REPLY_PATH, whole } from './a-world.ts'

test.each([
  [
    '502',
    faults.gatewayPage(502),
    { status: 502, headers: { 'content-type': 'text/html', server: 'Tengine' } },
  ],
  ['504', faults.gatewayPage(504), { status: 504, headers: { 'content-type': 'text/html' } }],
  [
    'garbage',
    faults.garbage(),
    { status: 200, headers: { 'content-type': 'application/json; charset=utf-8' } },
  ],
  ['nothing', faults.emptyAnswer(), { status: 200, body: '' }],
])('an answer can be %s', (_, fault, answer) => {
  const { world, get, freebusyPath } = aWorld()
  world.fail('freebusy', fault)
  expect(whole(get(freebusyPath()))).toMatchObject(answer)
})

test('garbage is not JSON', () => {
  const { world, get, freebusyPath } = aWorld()
  world.fail('freebusy', faults.garbage())
  expect(() => codeOf(get(freebusyPath()))).toThrow(SyntaxError)
})

test.each([
  ['the connection is refused', faults.connectionRefused(), { kind: 'reset' }, []],
  ['nothing ever comes', faults.silence(), { kind: 'silence' }, []],
  ['the gateway gives up', faults.gatewayPage(504), { kind: 'answer' }, []],
  ['the answer is lost', faults.answerLost(), { kind: 'reset' }, [0]],
  ['the body is cut', faults.bodyCut(), { kind: 'cut', sent: '{"code":0,"ms' }, [0]],
  ['it is done in silence', faults.silence({ carriedOut: true }), { kind: 'silence' }, [0]],
  [
    'the gateway gives up on what is done',
    faults.gatewayPage(504, { carriedOut: true }),
    { kind: 'answer' },
    [0],
  ],
  ['garbage hides what is done', faults.garbage({ carriedOut: true }), { kind: 'answer' }, [0]],
  ['emptiness hides what is done', faults.emptyAnswer({ carriedOut: true }), { kind: 'answer' }, [0]],
])('a reply when %s', (_, fault, outcome, codes) => {
  const { world, room, post, shown } = aWorld()
  const { uid } = world.book(room, { from: at('10:00'), to: at('11:00') })
  world.fail('reply', fault)
  const body = { room_id: room.id, uid, original_time: 0, status: 'NOT_CHECK_IN' }
  expect(post(REPLY_PATH, body)).toMatchObject(outcome)
  expect(world.replies.flatMap(({ code }) => code ?? [])).toEqual(codes)
  expect(world.replies.map(({ answered }) => answered)).toEqual([false])
  expect(shown()).toHaveLength(codes.length === 0 ? 1 : 0)
})

test.each([429, 400] as const)('too many calls can be told with status %d', (status) => {
  const { world, get, freebusyPath } = aWorld()
  world.fail('freebusy', faults.tooManyCalls({ status, resetSeconds: 52 }))
  expect(whole(get(freebusyPath()))).toMatchObject({
    status,
    headers: { 'x-ogw-ratelimit-limit': '100', 'x-ogw-ratelimit-reset': '52' },
    body: '{"code":99991400,"msg":"request trigger frequency limit"}',
  })
})

test.each([
  [105001, 200],
  [2200, 500],
])('the platform can fail with %d', (code, status) => {
  const { world, get, freebusyPath } = aWorld()
  world.fail('freebusy', faults.refusal(code, 'internal error', status))
  expect(whole(get(freebusyPath()))).toMatchObject({
    status,
    body: `{"code":${code},"msg":"internal error"}`,
  })
})

test('a reply can be told once that its original time is wrong', () => {
  const { world, room, reply } = aWorld()
  const { uid } = world.book(room, { from: at('10:00'), to: at('11:00') })
  world.fail('reply', faults.refusal(105003, 'original_time invalid'), { times: 1 })
  expect([reply(uid, 0, 'NOT_CHECK_IN'), reply(uid, 0, 'NOT_CHECK_IN')]).toEqual([105003, 0])
})

test('a fault inside the platform strikes only authorised callers', () => {
  const { world, get, freebusyPath } = aWorld()
  world.fail('freebusy', faults.refusal(105001), { times: 1 })
  expect(codeOf(get(freebusyPath(), 't-nobody'))).toBe(99991663)
  expect(codeOf(get(freebusyPath()))).toBe(105001)
})

test('a fault strikes the call it was ordered for, or any', () => {
  const { world, get, freebusyPath, askToken } = aWorld()
  world.fail('token', faults.refusal(2200))
  expect(askToken().body).toContain('2200')
  expect(codeOf(get(freebusyPath()))).toBe(0)
  world.fail('any', faults.refusal(105001))
  expect(codeOf(get(freebusyPath()))).toBe(105001)
})

test('a fault ends after so many times, at its time, when it is told to, or when all is healed', () => {
  const { world, get, freebusyPath, wait } = aWorld()
  const code = () => codeOf(get(freebusyPath()))
  world.fail('freebusy', faults.refusal(1), { times: 1 })
  world.fail('freebusy', faults.refusal(2), { until: at('09:01') })
  expect([code(), code(), code()]).toEqual([1, 2, 2])
  wait(60_000)
  expect(code()).toBe(0)
  const end = world.fail('freebusy', faults.refusal(3))
  expect(code()).toBe(3)
  end()
  expect(code()).toBe(0)
  world.fail('any', faults.silence())
  world.heal()
  expect(code()).toBe(0)
})

test('a fault can be a matter of luck, and the same dice bring the same luck', () => {
  const run = () => {
    const { world, get, freebusyPath } = aWorld()
    world.fail('freebusy', faults.refusal(105001), { probability: 0.3 })
    return Array.from({ length: 1000 }, () => codeOf(get(freebusyPath())))
  }
  const failed = run().filter((code) => code !== 0).length
  expect(failed).toBeGreaterThan(250)
  expect(failed).toBeLessThan(350)
  expect(run()).toEqual(run())
})

test('an answer can take its time, also one that fails', () => {
  const { world, get, freebusyPath } = aWorld()
  world.fail('freebusy', faults.slow(2000, 4000))
  const outcome = get(freebusyPath())
  expect(outcome.kind === 'answer' && outcome.delay >= 2000 && outcome.delay < 4000).toBe(true)
  world.heal()
  world.fail('freebusy', faults.slow(6000))
  world.fail('freebusy', faults.gatewayPage(504))
  expect(get(freebusyPath())).toMatchObject({ kind: 'answer', delay: 6000, answer: { status: 504 } })
})
