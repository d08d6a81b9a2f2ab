import { expect, test } from 'vitest'
import { createProxyLogins, proxyAccount } from '../../../engine/installation/proxy-login.ts'
import type { ConfigurationPlace, ProxyLogin } from '../../../engine/ports.ts'
import { carryOutOrder } from '../../../main/cli/carry-out-order.ts'
import { lineText } from '../../../main/cli/checks/check-line.ts'
import { ok } from '../../../shared/result.ts'
import { createMemoryProbe } from '../../support/memory/memory-probe.ts'
import { noHub } from '../../support/line/no-hub.ts'
import { createMemoryVault } from '../../support/memory/memory-vault.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'

const proxyLogin = { user: 'door', password: 'p:w of the proxy' }
const order = {
  config: {
    feishu: { origin: 'https://open.feishu.cn', appId: 'cli_a1b2c3d4e5f60718' },
    room: { id: 'omm_0a1b2c3d4e5f60718293a4b5c6d7e8f9' },
  },
  appSecret: 'Zx81kQ0pLm3Rt7Vw2Yb9Nc4Hd6Jf5Gs1',
  proxyLogin,
}
const place: ConfigurationPlace = {
  file: '/etc/room-panel/config.json',
  stage: async () => ok({ commit: async () => ok(undefined), discard: async () => undefined }),
}

function aTablet() {
  const [vault, probe] = [createMemoryVault(), createMemoryProbe()]
  const tried: (ProxyLogin | undefined)[] = []
  const said: string[] = []
  const run = (input: unknown) =>
    carryOutOrder(
      JSON.stringify(input),
      {
        vault,
        place,
        clock: { ...createVirtualClock(), offset: () => 0 },
        ...noHub,
        canRead: async () => ok(undefined),
        probeFor: () => probe,
        timeZone: 'UTC',
        tryProxyLogin: (login) => tried.push(login),
      },
      (line) => said.push(lineText(line)),
    )
  return { run, vault, probe, tried, said }
}

test('a proxy login is tried with the order, and stored only with it', async () => {
  const { run, vault, probe, tried, said } = aTablet()
  probe.failing.token = { code: 'credentialsRejected' }
  expect(await run(order)).toEqual({ kind: 'asBefore' })
  expect(tried).toEqual([proxyLogin, undefined])
  expect(vault.secrets.has(proxyAccount)).toBe(false)
  delete probe.failing.token
  expect(await run(order)).toEqual({ kind: 'stored' })
  expect(said).toContain('keyring: ok, app secret and proxy login stored')
  expect(await createProxyLogins(vault).read()).toEqual(proxyLogin)
  expect(said.join()).not.toContain(proxyLogin.password)
})

test.each([
  ['text', 'proxyLogin must be an object with user and password'],
  [{ user: 'a:b', password: 'x' }, 'proxyLogin.user must be a text without a colon'],
  [{ user: 'door', password: '' }, 'proxyLogin.password must be the proxy’s password, as text'],
])('%o is no login', async (login, fault) => {
  const { run } = aTablet()
  expect(await run({ ...order, proxyLogin: login })).toEqual({ kind: 'inputWrong', faults: [fault] })
})

test('the keyring’s login counts unless another is tried, and a text without a colon is none', async () => {
  const { vault } = aTablet()
  const { read, tryOut } = createProxyLogins(vault)
  expect(await read()).toBeUndefined()
  vault.secrets.set(proxyAccount, 'no login')
  expect(await read()).toBeUndefined()
  vault.secrets.set(proxyAccount, 'door:kept:')
  expect(await read()).toEqual({ user: 'door', password: 'kept:' })
  tryOut(proxyLogin)
  expect(await read()).toEqual(proxyLogin)
  tryOut(undefined)
  expect(await read()).toEqual({ user: 'door', password: 'kept:' })
})
