import { expect, test } from 'vitest'
import { changeSecrets } from '../../../main/cli/keyring-change.ts'
import { createMemoryVault } from '../../support/memory/memory-vault.ts'

const secrets = [
  ['cli_1', 'the new secret'],
  ['admin-pin', 'the new PIN'],
] as const

test.each([
  ['that would lose a secret at its next start', 'notKept'],
  ['that did not answer a write in time', 'timedOut'],
] as const)('a keyring %s is left unchanged', async (_what, problem) => {
  const vault = createMemoryVault()
  vault.writesAre = problem
  expect(await changeSecrets(vault, secrets)).toEqual({ ok: false, error: { problem, isAsBefore: true } })
  expect(vault.secrets.size).toBe(0)
})

test.each(['notKept', 'timedOut'] as const)(
  'a keyring that held another secret may hold the new one, for all that is known, after a write that is %s',
  async (problem) => {
    const vault = createMemoryVault()
    vault.secrets.set('cli_1', 'the old secret')
    vault.writesAre = problem
    expect(await changeSecrets(vault, secrets)).toMatchObject({ error: { problem, isAsBefore: false } })
    expect(vault.secrets).toEqual(new Map([['cli_1', 'the old secret']]))
  },
)
