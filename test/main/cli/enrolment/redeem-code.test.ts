import { once } from 'node:events'
import { createServer } from 'node:http'
import * as v from 'valibot'
import { expect, onTestFinished, test } from 'vitest'
import type { Http, HttpAnswer } from '../../../../engine/ports.ts'
import { createHttp } from '../../../../main/adapters/network/fetch-http.ts'
import { redeemBy } from '../../../../main/cli/enrolment/redeem-code.ts'
import { err, ok } from '../../../../shared/result.ts'
import { seconds } from '../../../../shared/time/time.ts'
import { createVirtualClock } from '../../../support/virtual-clock.ts'

const door = { door: 'k7m2qx9abc', room: 'omm_0a1b2c3d4e5f60718293a4b5c6d7e8f9', password: 'p'.repeat(43) }
const enrolment = { url: 'https://hub.example/enrol', code: 'AW76-PJSA-D6HH-K43D' }

const answering = (status: number, body: unknown): Http => {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  const answer: HttpAnswer = { status, text, header: () => undefined }
  return async () => answer
}

test('the code goes to the hub once, and the door comes back', async () => {
  const sent: unknown[] = []
  const http: Http = async ({ method, url, body }) => {
    sent.push([method, url, body])
    return answering(200, { ...door, more: 'of a later hub' })({
      method,
      url,
      headers: {},
      onGivenUp: () => undefined,
    })
  }
  expect(await redeemBy(http, createVirtualClock())(enrolment)).toEqual(ok(door))
  expect(sent).toEqual([['POST', enrolment.url, `{"code":"${enrolment.code}"}`]])
})

test.each([
  [200, '<html>Please sign in</html>', 'enrolmentForeign', 'HTTP 200'],
  [200, { ...door, room: 'a room of another calendar' }, 'enrolmentForeign', 'HTTP 200'],
  [400, { error: 'codeMalformed' }, 'codeMalformed', 'codeMalformed'],
  [400, { error: 'malformed' }, 'enrolmentForeign', 'malformed'],
  [403, { error: 'codeUnknown' }, 'codeUnknown', 'codeUnknown'],
  [403, { error: 'codeUsed' }, 'codeUsed', 'codeUsed'],
  [403, { error: 'codeExpired' }, 'codeExpired', 'codeExpired'],
  [403, 'Forbidden', 'enrolmentForeign', 'HTTP 403'],
  [404, { error: 'notFound' }, 'enrolmentForeign', 'notFound'],
  [503, { error: 'unavailable' }, 'enrolmentUnready', 'unavailable'],
  [503, 'Service Unavailable', 'enrolmentForeign', 'HTTP 503'],
  [502, '<html>Bad Gateway</html>', 'enrolmentLost', 'HTTP 502'],
  [504, '', 'enrolmentLost', 'HTTP 504'],
])('HTTP %i with %j is %s', async (status, body, fault, detail) => {
  expect(await redeemBy(answering(status, body), createVirtualClock())(enrolment)).toEqual(
    err({ fault, detail }),
  )
})

/** After some faults the code is good for sure, after others it may be used up. */
test.each([
  ['net::ERR_NAME_NOT_RESOLVED', 'enrolmentUnreachable'],
  ['net::ERR_CONNECTION_REFUSED', 'enrolmentUnreachable'],
  ['net::ERR_CERT_AUTHORITY_INVALID', 'enrolmentUnreachable'],
  ['net::ERR_PROXY_CONNECTION_FAILED', 'enrolmentUnreachable'],
  ['net::ERR_CONNECTION_RESET', 'enrolmentLost'],
  ['net::ERR_EMPTY_RESPONSE', 'enrolmentLost'],
  ['net::ERR_TIMED_OUT', 'enrolmentLost'],
])('%s is %s', async (message, fault) => {
  const http: Http = async () => {
    throw new Error(message)
  }
  expect(await redeemBy(http, createVirtualClock())(enrolment)).toEqual(err({ fault, detail: message }))
})

test('a hub that does not answer is given up', async () => {
  const clock = createVirtualClock()
  const http: Http = ({ onGivenUp }) => new Promise((_resolve, reject) => onGivenUp(reject))
  const redeemed = redeemBy(http, clock)(enrolment)
  await clock.advance(seconds(20))
  expect(await redeemed).toEqual(err({ fault: 'enrolmentLost', detail: 'ERR_TIMED_OUT' }))
})

test('over real HTTP: an answer that breaks off may have used the code up, and a port without a server has not', async () => {
  const server = createServer((request) => request.socket.destroy())
  onTestFinished(() => void server.close())
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const { port } = v.parse(v.object({ port: v.number() }), server.address())
  const redeem = redeemBy(createHttp(fetch), createVirtualClock())
  const at = { ...enrolment, url: `http://127.0.0.1:${port}/enrol` }
  expect(await redeem(at)).toMatchObject({ error: { fault: 'enrolmentLost' } })
  await new Promise((resolve) => server.close(resolve))
  expect(await redeem(at)).toMatchObject({ error: { fault: 'enrolmentUnreachable', detail: 'ECONNREFUSED' } })
})
