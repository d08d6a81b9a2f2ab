import * as v from 'valibot'
import { expect, test } from 'vitest'
import { understood } from '../../../../../engine/calendars/feishu/calls/understood.ts'
import { eventCodes } from '../../../../../engine/calendars/feishu/events/event-codes.ts'
import type { HttpAnswer } from '../../../../../engine/ports.ts'

const answerOf = (status: number, text: string, headers: Record<string, string> = {}): HttpAnswer => ({
  status,
  text,
  header: (name) => headers[name],
})

function faultOf(answer: HttpAnswer) {
  const result = understood(answer, { answer: v.unknown() })
  return result.ok ? expect.fail('no fault') : result.error
}

const table = [
  [99991661, 'tokenRejected', 'credentialsRejected'],
  [99991663, 'tokenRejected', 'credentialsRejected'],
  [99991664, 'tokenRejected', 'credentialsRejected'],
  [99991671, 'tokenRejected', 'credentialsRejected'],
  [10003, 'refused', 'credentialsRejected'],
  [10014, 'refused', 'credentialsRejected'],
  [10015, 'refused', 'credentialsRejected'],
  [99991543, 'refused', 'credentialsRejected'],
  [10005, 'refused', 'appDisabled'],
  [99991662, 'refused', 'appDisabled'],
  [99991665, 'refused', 'appDisabled'],
  [99991673, 'refused', 'appDisabled'],
  [99991672, 'refused', 'scopeMissing'],
  [99991676, 'refused', 'scopeMissing'],
  [99991679, 'refused', 'scopeMissing'],
  [99991401, 'refused', 'addressDenied'],
  [99991400, 'refused', 'rateLimited'],
  [190004, 'refused', 'rateLimited'],
  [190005, 'refused', 'rateLimited'],
  [99991403, 'refused', 'quotaSpent'],
  [100005, 'refused', 'roomUnknown'],
  [121004, 'refused', 'roomUnknown'],
  [121005, 'refused', 'roomUnreadable'],
  [1500, 'unanswered', 'platformFault'],
  [1551, 'unanswered', 'platformFault'],
  [2200, 'unanswered', 'platformFault'],
  [105001, 'unanswered', 'platformFault'],
  [121001, 'unanswered', 'platformFault'],
  [121006, 'unanswered', 'platformFault'],
  [190003, 'unanswered', 'platformFault'],
  [190010, 'unanswered', 'platformFault'],
  [105003, 'moved', 'unexpected'],
  [105002, 'refused', 'unexpected'],
  [9499, 'refused', 'unexpected'],
  [99992402, 'refused', 'unexpected'],
  [100001, 'refused', 'unexpected'],
  [100002, 'refused', 'unexpected'],
  [100003, 'refused', 'unexpected'],
  [100004, 'refused', 'unexpected'],
] as const

test.each(table.flatMap((row) => [200, 400, 429, 500].map((status) => [status, ...row] as const)))(
  'HTTP %i with code %i is %s: %s',
  (status, code, nature, problem) => {
    const fault = faultOf(answerOf(status, JSON.stringify({ code, msg: 'in no fixed words' })))
    expect(fault).toEqual({ nature, problem: { code: problem, calendarCode: code } })
  },
)

test.each([...eventCodes])(
  'code %i of calendar v4 is %j there, and unknown to every other call',
  (code, meaning) => {
    const answer = answerOf(400, JSON.stringify({ code, msg: '' }))
    const there = understood(answer, { answer: v.unknown(), codes: eventCodes })
    expect(there).toMatchObject({ error: { nature: meaning[0], problem: { code: meaning[1] } } })
    expect(faultOf(answer).nature).toBe('strange')
  },
)

test.each([
  [200, 'strange', 'unexpected'],
  [400, 'strange', 'unexpected'],
  [403, 'strange', 'unexpected'],
  [429, 'strange', 'rateLimited'],
  [500, 'unanswered', 'platformFault'],
  [503, 'unanswered', 'platformFault'],
] as const)('HTTP %i with a code that nobody knows is %s: %s', (status, nature, problem) => {
  const fault = faultOf(answerOf(status, '{"code":424242,"msg":""}'))
  expect(fault).toEqual({ nature, problem: { code: problem, calendarCode: 424242 } })
})

test.each([
  [504, '<html>504 Gateway Time-out</html>'],
  [404, '404 page not found'],
  [200, '<html>Please accept the terms of this Wi-Fi</html>'],
  [200, ''],
  [200, '{"code":0,"data":{"free_bu'],
  [200, 'null'],
  [200, '[]'],
  [200, '"code"'],
  [200, '{"msg":"success"}'],
  [200, '{"code":"0"}'],
  [200, '{"code":0.5}'],
])('HTTP %i with %s is no answer of Feishu’s', (status, text) => {
  expect(faultOf(answerOf(status, text))).toMatchObject({
    nature: 'unanswered',
    problem: { code: 'unreachable' },
  })
})

test('a gateway that only says 429 limits the rate', () => {
  const fault = faultOf(answerOf(429, 'Too Many Requests', { 'x-ogw-ratelimit-reset': '52' }))
  expect(fault).toMatchObject({ nature: 'strange', problem: { code: 'rateLimited', retryAfter: 52_000 } })
})

test.each([
  ['0', 0],
  ['52', 52_000],
  ['999999999999', 3_600_000],
  ['soon', undefined],
  ['-5', undefined],
  ['', undefined],
])('x-ogw-ratelimit-reset: %s makes it wait %s ms', (reset, retryAfter) => {
  const answer = answerOf(429, '{"code":99991400,"msg":""}', { 'x-ogw-ratelimit-reset': reset })
  expect(faultOf(answer).problem.retryAfter).toBe(retryAfter)
})

test.each([
  ['{"code":99991663,"error":{"log_id":"live"}}', 'live'],
  ['{"code":99991663,"error":{"logid":"documented"}}', 'documented'],
  ['{"code":99991663}', 'header'],
  ['{"code":99991663,"error":"odd"}', 'header'],
  ['<html>', 'header'],
])('the log id of %s is %s', (text, logId) => {
  expect(faultOf(answerOf(400, text, { 'x-tt-logid': 'header' })).problem.logId).toBe(logId)
})

test.each([
  [{ type: 'action_scope_required', subject: 'calendar:room:readonly' }],
  [{ scope: 'calendar:room:readonly', url: 'https://open.feishu.cn/app' }],
])('names the scope that is missing in %o', (violation) => {
  const violations = [violation]
  const body = JSON.stringify({ code: 99991672, error: { permission_violations: violations } })
  expect(faultOf(answerOf(400, body)).problem).toMatchObject({
    code: 'scopeMissing',
    scopes: ['calendar:room:readonly'],
  })
})

test.each([
  ['1 MB', 'x'.repeat(1_000_000)],
  ['what a terminal would obey', '2026\u001B]0;x\u0007'],
  ['a line of its own', '2026\ntoken: ok'],
])('a log id of %s is none, in the body or a header', (_what, logId) => {
  const text = JSON.stringify({ code: 99991672, error: { log_id: logId } })
  expect(faultOf(answerOf(400, text, { 'x-tt-logid': logId })).problem.logId).toBeUndefined()
})

test('of endless scopes ten are named, and none that is no scope’s name', () => {
  const many = Array.from({ length: 1000 }, (_, index) => ({ subject: `scope:${index}` }))
  const violations = [{ subject: 'x'.repeat(1000) }, ...many]
  const text = JSON.stringify({ code: 99991672, error: { permission_violations: violations } })
  const { scopes } = faultOf(answerOf(400, text)).problem
  expect(scopes).toEqual(many.slice(0, 10).map(({ subject }) => subject))
})
