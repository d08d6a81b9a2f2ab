import { expect, test } from 'vitest'
import { readAppSecret } from '../../../engine/installation/app-secret.ts'
import { parseOrder } from '../../../main/cli/provision-order.ts'
import { store } from '../../../main/cli/provision-storing.ts'
import { err, ok } from '../../../shared/result.ts'
import { createMemoryVault } from '../../support/memory/memory-vault.ts'

const appId = 'cli_a1b2c3d4e5f60718'
const origin = 'https://feishu.example'
const order = parseOrder(
  JSON.stringify({
    config: { feishu: { origin, appId }, room: { id: 'omm_0a1b2c3d4e5f60718293a4b5c6d7e8f9' } },
    appSecret: 'a secret',
  }),
)

const place = {
  file: 'paper',
  stage: async () => ok({ commit: async () => ok(undefined), discard: async () => undefined }),
}

test('a secret is stored for its host, and after it: a cut in between gives it to no host', async () => {
  const vault = createMemoryVault()
  const stored = order.ok ? await store(order.value, { vault, place, tell: () => undefined }) : expect.fail()
  expect(stored).toBe('stored')
  expect([...vault.secrets]).toEqual([
    [`${appId}/origin`, origin],
    [appId, 'a secret'],
  ])
  expect(await readAppSecret(vault, { origin, appId })).toEqual(ok('a secret'))
  expect(await readAppSecret(vault, { origin: 'https://open.feishu.cn', appId })).toEqual(err('otherOrigin'))
})
