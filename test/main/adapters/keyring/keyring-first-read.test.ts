import { expect, test } from 'vitest'
import { firstReadHere } from '../../../../main/adapters/keyring/first-read-here.ts'
import type { KeyringRequest } from '../../../../main/adapters/keyring/keyring-request.ts'
import { ok } from '../../../../shared/result.ts'

const read: KeyringRequest = { verb: 'read', account: 'cli_1', isOpen: true }
const write: KeyringRequest = { verb: 'write', account: 'cli_1', secret: 'canary', isOpen: true }

test.each([
  ['the first read', [read, read, write], ['here', 'process', 'process']],
  ['nothing after a write', [write, read], ['process', 'process']],
])('%s is made in this process, and each other call in one of its own', async (_what, requests, places) => {
  const start = firstReadHere(
    async () => ok('here'),
    () => ({ answer: Promise.resolve(ok('process')), end: () => undefined }),
  )
  const answers = await Promise.all(requests.map((request) => start(request).answer))
  expect(answers).toEqual(places.map((place) => ok(place)))
})
