import { createServer, type RequestListener } from 'node:http'
import { afterEach, expect, test } from 'vitest'
import type { HttpRequest } from '../../../../engine/ports.ts'
import { createHttp } from '../../../../main/adapters/network/fetch-http.ts'

const http = createHttp(fetch)
let stop: (() => Promise<void>) | undefined
afterEach(() => stop?.())

/** A server on this machine until the test is over; gives back its origin. */
async function serve(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  stop = () =>
    new Promise((resolve) => {
      server.close(() => resolve())
      server.closeAllConnections()
    })
  const address = server.address()
  return typeof address === 'object' && address ? `http://127.0.0.1:${address.port}` : expect.fail('no port')
}

function createEvent() {
  let happen = (): void => undefined
  const happened = new Promise<void>((resolve) => (happen = resolve))
  return { happened, happen: () => happen() }
}

const get = (url: string, over: Partial<HttpRequest> = {}): HttpRequest => ({
  method: 'GET',
  url,
  headers: {},
  onGivenUp: () => undefined,
  ...over,
})

test('asks for a connection that no other request will use', async () => {
  const wishes: unknown[] = []
  const origin = await serve(({ headers }, response) => {
    wishes.push(headers.connection)
    response.end('{"code":0}')
  })
  await http(get(origin))
  expect(wishes).toEqual(['close'])
})

test('a request uses no cache and fills none', async () => {
  const wishes: unknown[] = []
  const caching = createHttp((url, request) => {
    wishes.push(request.cache)
    return fetch(url, request)
  })
  const origin = await serve((_, response) =>
    response.setHeader('Cache-Control', 'public, max-age=600').end('{"code":0}'),
  )
  await caching(get(origin))
  expect(wishes).toEqual(['no-store'])
})

test('a request has the given headers, and none of its own that matter', async () => {
  const seen: unknown[] = []
  const origin = await serve((request, response) => {
    let body = ''
    request.on('data', (chunk: Buffer) => (body += chunk.toString()))
    request.on('end', () => {
      const { method, url, headers } = request
      const { authorization, cookie, 'content-type': type } = headers
      seen.push({ method, url, authorization, cookie, type, body })
      response.setHeader('Set-Cookie', 'session=1').setHeader('X-Tt-Logid', '2026').end('{"code":0}')
    })
  })
  const request = get(`${origin}/open-apis/a?b=c%3Ad`, {
    method: 'POST',
    headers: { Authorization: 'Bearer t-1', 'Content-Type': 'application/json; charset=utf-8' },
    body: '{"name":"会议室"}',
  })
  const answers = [await http(request), await http(request)]
  const arrived = {
    method: 'POST',
    url: '/open-apis/a?b=c%3Ad',
    authorization: 'Bearer t-1',
    cookie: undefined,
    type: 'application/json; charset=utf-8',
    body: '{"name":"会议室"}',
  }
  expect(seen).toEqual([arrived, arrived])
  expect(answers[0]).toMatchObject({ status: 200, text: '{"code":0}' })
  expect(answers[0]?.header('x-tt-logid')).toBe('2026')
  expect(answers[0]?.header('date')).toMatch(/GMT$/)
  expect(answers[0]?.header('x-other')).toBeUndefined()
})

test.each([204, 400, 404, 429, 500, 504])('HTTP %i is an answer', async (status) => {
  const origin = await serve((_, response) => response.writeHead(status).end())
  expect(await http(get(origin))).toMatchObject({ status, text: '' })
})

test.each([301, 302, 307, 308])(
  'HTTP %i is not followed: its target might get the secret',
  async (status) => {
    const visits: (string | undefined)[] = []
    const origin = await serve((request, response) => {
      visits.push(request.url)
      response.writeHead(status, { Location: '/portal' }).end()
    })
    const request = get(`${origin}/token`, { method: 'POST', body: 'app_secret' })
    await expect(http(request)).rejects.toThrow('fetch failed')
    expect(visits).toEqual(['/token'])
  },
)

test('an answer that is cut in the middle is none', async () => {
  const origin = await serve((_, response) => {
    response.writeHead(200, { 'Content-Length': '100' })
    response.write('{"code":0', () => response.destroy())
  })
  await expect(http(get(origin))).rejects.toThrow('terminated')
})

test('a connection that is refused is no answer', async () => {
  const origin = await serve((_, response) => response.end())
  await stop?.()
  await expect(http(get(origin))).rejects.toThrow('fetch failed')
})

test.each<[string, RequestListener]>([
  ['that never answers', () => undefined],
  ['that stops in the middle', (_, response) => void response.write('{"code"')],
])('a server %s is left when nobody waits any more, and its connection is closed', async (_, listener) => {
  let giveUp: (cause: Error) => void = () => undefined
  const closed = createEvent()
  const begun = createEvent()
  const origin = await serve((request, response) => {
    request.socket.on('close', () => closed.happen())
    listener(request, response)
    begun.happen()
  })
  const failure = http(get(origin, { onGivenUp: (run) => void (giveUp = run) })).catch(
    (cause: unknown) => cause,
  )
  await begun.happened
  giveUp(new Error('enough'))
  expect(await failure).toEqual(new Error('enough'))
  await closed.happened
})

test('an answer of 1 MiB is read whole', async () => {
  const text = '会'.repeat(349_525)
  const origin = await serve((_, response) => response.end(text))
  expect((await http(get(origin))).text).toBe(text)
})

test('an endless answer is cut off after 1 MiB', async () => {
  const closed = createEvent()
  const origin = await serve((request, response) => {
    request.socket.on('close', () => closed.happen())
    const pour = (): void => {
      while (response.write('x'.repeat(65_536)));
      response.once('drain', pour)
    }
    pour()
  })
  await expect(http(get(origin))).rejects.toThrow('longer than 1048576 bytes')
  await closed.happened
})
