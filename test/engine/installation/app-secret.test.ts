import { expect, test } from 'vitest'
import { readAppSecret, secretAccounts } from '../../../engine/installation/app-secret.ts'
import type { VaultProblem } from '../../../engine/secrets.ts'
import { err, ok } from '../../../shared/result.ts'
import { createMemoryVault } from '../../support/memory/memory-vault.ts'

const appId = 'cli_a1b2c3d4e5f60718'
const secret = 'a secret'

test.each([
  ['https://open.feishu.cn', 'https://open.feishu.cn', ok(secret)],
  ['https://feishu.example', 'https://feishu.example', ok(secret)],
  ['https://open.feishu.cn', 'https://feishu.example', err('otherOrigin')],
  ['https://open.feishu.cn', 'https://open.feishu.cn.example', err('otherOrigin')],
  ['https://open.feishu.cn', 'https://open.feishu.cn:8443', err('otherOrigin')],
  ['https://open.feishu.cn', 'http://127.0.0.1:3001', err('otherOrigin')],
  ['http://127.0.0.1:3000', 'http://127.0.0.1:3001', ok(secret)],
  [undefined, 'https://open.feishu.cn', ok(secret)],
  [undefined, 'https://open.larksuite.com', ok(secret)],
  [undefined, 'https://feishu.example', err('otherOrigin')],
])('a secret provisioned for %s is given to %s: %o', async (provisionedFor, origin, answer) => {
  const vault = createMemoryVault()
  for (const [account, text] of secretAccounts({ origin: provisionedFor ?? '', appId }, secret))
    if (provisionedFor !== undefined || account === appId) vault.secrets.set(account, text)
  expect(await readAppSecret(vault, { origin, appId })).toEqual(answer)
})

test.each<VaultProblem>(['missing', 'locked', 'timedOut', 'unavailable'])(
  'a keyring that is %s says so',
  async (failing) => {
    const vault = createMemoryVault()
    vault.failing = failing
    expect(await readAppSecret(vault, { origin: 'https://open.feishu.cn', appId })).toEqual(err(failing))
  },
)

test('a keyring that locks itself between the two reads gives no secret', async () => {
  const read = async (account: string) => (account === appId ? ok(secret) : err('locked' as const))
  expect(await readAppSecret({ read }, { origin: 'https://open.feishu.cn', appId })).toEqual(err('locked'))
})
