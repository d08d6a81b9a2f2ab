import { expect, test } from 'vitest'
import { serveOnLoopback } from '../../hub/http-server.ts'

test('an answer that fails is told of, and ends its connection alone', async () => {
  const told: unknown[] = []
  const failure = new Error('The answer of this test')
  const serving = await serveOnLoopback(
    0,
    async ({ url }, response) => {
      if (url === '/fails') throw failure
      response.end('here')
    },
    (cause) => told.push(cause),
  )
  if (!serving.ok) return expect.fail('nothing is served')
  const { url, close } = serving.value
  await expect(fetch(`${url}/fails`)).rejects.toThrow('fetch failed')
  expect(told).toEqual([failure])
  expect(await (await fetch(url)).text()).toBe('here')
  await close()
})
