import { expect, test } from 'vitest'
import { changeSecrets } from '../../../main/cli/keyring-change.ts'
import { createMemoryVault } from '../../support/memory/memory-vault.ts'

const secrets = [
  ['cli_1', 'the new secret'],
  ['admin-pin', 'the new PIN'],
] as const

test('a keyring that would lose a secret at its next start is left unchanged', async () => {
  const vault = createMemoryVault()
  vault.isKeeping = false
  expect(await changeSecrets(vault, secrets)).toEqual({
    ok: false,
    error: { problem: 'notKept', isAsBefore: true },
  })
  expect(vault.secrets.size).toBe(0)
})

test('a keyring that held another secret may hold the new one, for all that is known', async () => {
  const vault = createMemoryVault()
  vault.secrets.set('cli_1', 'the old secret')
  vault.isKeeping = false
  expect(await changeSecrets(vault, secrets)).toMatchObject({
    error: { problem: 'notKept', isAsBefore: false },
  })
  expect(vault.secrets).toEqual(new Map([['cli_1', 'the old secret']]))
})
