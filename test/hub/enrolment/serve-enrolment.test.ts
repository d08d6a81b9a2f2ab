import { randomBytes } from 'node:crypto'
import { connect } from 'node:net'
import { expect, test } from 'vitest'
import { makeCode } from '../../../hub/enrolment/enrolment.ts'
import { serveEnrolment } from '../../../hub/enrolment/serve-enrolment.ts'
import type { Serving } from '../../../hub/http-server.ts'
import { createMemoryBrokerAdmin } from '../../support/memory/hub/memory-broker-admin.ts'
import { createMemoryHubStore } from '../../support/memory/hub/memory-hub-store.ts'
import { createMemoryLog } from '../../support/memory/memory-log.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'

async function aHub(onTestFinished: (run: () => Promise<void>) => void) {
  const store = createMemoryHubStore(createVirtualClock())
  const [broker, log] = [createMemoryBrokerAdmin(), createMemoryLog()]
  const { doors, audit } = store
  const parts = { doors, audit, broker, log, random: (count: number) => randomBytes(count) }
  const served = await serveEnrolment(parts, 0)
  const serving: Serving = served.ok ? served.value : expect.fail('There is a free port')
  onTestFinished(serving.close)
  const code = await makeCode(parts, 'room-1', 'lin')
  return {
    broker,
    log,
    parts,
    serving,
    code: code.ok ? code.value : '',
    ask: async (body: string, path = '/enrol', method = 'POST') => {
      const answer = await fetch(serving.url + path, { method, ...(method === 'POST' && { body }) })
      const text: unknown = await answer.json()
      return { status: answer.status, body: text, caching: answer.headers.get('cache-control') }
    },
  }
}

test('a tablet with a code is told which door it is, and its password, once', async ({ onTestFinished }) => {
  const { broker, log, ask, code } = await aHub(onTestFinished)
  const { status, body, caching } = await ask(JSON.stringify({ code }))
  const [[door, password] = []] = [...broker.accounts]
  expect({ status, body, caching }).toEqual({
    status: 200,
    body: { door, room: 'room-1', password },
    caching: 'no-store',
  })
  expect(await ask(JSON.stringify({ code }))).toMatchObject({ status: 403, body: { error: 'codeUsed' } })
  expect(JSON.stringify(log.lines)).not.toContain(password)
})

test.for([
  ['POST', '/enrol', '', 400, 'malformed'],
  ['POST', '/enrol', '{"code": 1}', 400, 'malformed'],
  ['POST', '/enrol', '{"code": "1234"}', 400, 'codeMalformed'],
  ['POST', '/enrol', '{"code": "0000-0000-0000-0000"}', 403, 'codeUnknown'],
  ['POST', '/enrol', `{"code": "${'0'.repeat(1024)}"}`, 413, 'tooLong'],
  ['GET', '/enrol', '', 405, 'methodNotAllowed'],
  ['POST', '/', '', 404, 'notFound'],
  ['GET', '/enrol?code=0000-0000-0000-0000', '', 404, 'notFound'],
] as const)(
  '%s %s with “%s” is answered by %i',
  async ([method, path, text, status, error], { onTestFinished }) => {
    const { broker, ask } = await aHub(onTestFinished)
    expect(await ask(text, path, method)).toMatchObject({ status, body: { error } })
    expect(broker.accounts.size).toBe(0)
  },
)

test('while the broker is away the tablet is told to try again', async ({ onTestFinished }) => {
  const { broker, ask, code } = await aHub(onTestFinished)
  broker.isDown = true
  expect(await ask(JSON.stringify({ code }))).toMatchObject({ status: 503, body: { error: 'unreachable' } })
  broker.isDown = false
  expect(await ask(JSON.stringify({ code }))).toMatchObject({ status: 200 })
})

test('whoever breaks off in the middle of a request disturbs nobody', async ({ onTestFinished }) => {
  const { ask, code, log, serving } = await aHub(onTestFinished)
  const socket = connect(Number(new URL(serving.url).port), '127.0.0.1')
  socket.write('POST /enrol HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\n{"code"', () =>
    socket.destroy(),
  )
  await expect.poll(log.events).toContain('enrolment.answered')
  expect(await ask(JSON.stringify({ code }))).toMatchObject({ status: 200 })
})

test('a port that somebody has is an error, not the end of the hub', async ({ onTestFinished }) => {
  const { parts, serving } = await aHub(onTestFinished)
  const second = await serveEnrolment(parts, Number(new URL(serving.url).port))
  expect(second).toMatchObject({ ok: false, error: { code: 'EADDRINUSE' } })
})
