import { expect, test } from 'vitest'
import { readHere } from '../../../../main/adapters/keyring/read-here.ts'
import type { KeyringAnswer, KeyringRequest } from '../../../../main/adapters/keyring/keyring-request.ts'
import { err, ok } from '../../../../shared/result.ts'

const read: KeyringRequest = { verb: 'read', account: 'cli_1', isOpen: true }
const write: KeyringRequest = { verb: 'write', account: 'cli_1', secret: 'canary', isOpen: true }

/** What answers where: a read here by `here`, one after the other, and a process by its name. */
function aKeyring(...here: readonly KeyringAnswer[]) {
  const rest = [...here]
  const start = readHere(
    async () => rest.shift() ?? expect.fail('asked here'),
    () => ({ answer: Promise.resolve(ok('process')), end: () => undefined }),
  )
  return async (...requests: readonly KeyringRequest[]) => {
    const answers: unknown[] = []
    // oxlint-disable-next-line no-await-in-loop -- one call after the other
    for (const request of requests) answers.push(await start(request).answer)
    return answers
  }
}

test('reads are made here, and writes in a process', async () => {
  const ask = aKeyring(ok('here'), err('missing'), ok('here'))
  expect(await ask(read, read, write, read)).toEqual([ok('here'), err('missing'), ok('process'), ok('here')])
})

test.each(['unavailable', 'locked', 'timedOut'] as const)(
  'a read that is %s here is made again in a process, and so is each later one',
  async (problem) => {
    const ask = aKeyring(ok('here'), err(problem))
    expect(await ask(read, read, read)).toEqual([ok('here'), ok('process'), ok('process')])
  },
)

test('after a read that hangs here each later one gets a process', async () => {
  const start = readHere(
    () => new Promise(() => undefined),
    () => ({ answer: Promise.resolve(ok('process')), end: () => undefined }),
  )
  start(read).end()
  expect(await start(read).answer).toEqual(ok('process'))
})
