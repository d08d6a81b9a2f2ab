import { expect, test } from 'vitest'
import { secretAccounts } from '../../../../engine/installation/app-secret.ts'
import { newPinRule } from '../../../../main/cli/new-pin.ts'
import { rotate } from '../../../../main/cli/secrets/rotate.ts'
import { err, ok } from '../../../../shared/result.ts'
import { englishAdvice } from '../../../../shared/set-up/advice.ts'
import { aConfiguration } from '../../../support/a-door.ts'
import { aHubDoor } from '../../../support/line/a-hub-door.ts'
import { createMemoryProbe } from '../../../support/memory/memory-probe.ts'
import { createMemoryVault } from '../../../support/memory/memory-vault.ts'
import { createVirtualClock } from '../../../support/virtual-clock.ts'

const appSecret = 'Zx81kQ0pLm3Rt7Vw2Yb9Nc4Hd6Jf5Gs1'
const whatIsRight = `input: it must be {"appSecret": "…"}, {"adminPin": "…"}, {"proxyLogin": {"user": "…", "password": "…"}}, or several of them in one; ${newPinRule}`
const configuration = aConfiguration()
const { appId, origin } = configuration.feishu

function aRotation(over: { readonly configuration?: Parameters<typeof rotate>[1]['configuration'] } = {}) {
  const vault = createMemoryVault()
  const before = [
    ...secretAccounts(configuration.feishu, 'the old secret'),
    ['admin-pin', 'the old PIN'],
  ] as const
  for (const [account, secret] of before) vault.secrets.set(account, secret)
  const probe = createMemoryProbe()
  const lines: string[] = []
  const run = (input: unknown) =>
    rotate(typeof input === 'string' ? input : JSON.stringify(input), {
      vault,
      clock: { ...createVirtualClock(), offset: () => 0 },
      probeFor: () => probe,
      timeZone: 'UTC',
      configuration: ok(configuration),
      ...over,
      say: (line) => lines.push(line),
    })
  return { run, vault, probe, lines }
}

test('another secret is tried, and stored without the rest of an order and without a call of the month', async () => {
  const { run, vault, probe, lines } = aRotation()
  expect(await run({ appSecret })).toBe(0)
  expect(Object.fromEntries(vault.secrets)).toEqual({
    [appId]: appSecret,
    [`${appId}/origin`]: origin,
    'admin-pin': 'the old PIN',
  })
  expect(probe.calls).toEqual(['reach', 'token'])
  expect(lines.at(-1)).toBe('keyring: ok, appSecret stored')
})

test('a new secret goes to no host but the one that the old one was for', async () => {
  const { run, vault, probe, lines } = aRotation()
  vault.secrets.set(`${appId}/origin`, 'https://open.feishu.cn')
  expect(await run({ appSecret })).toBe(1)
  expect(probe.calls).toEqual([])
  expect(lines).toEqual([
    `secret: secretOfOtherOrigin (${origin}). ${englishAdvice.secretOfOtherOrigin}`,
    'nothing was stored',
  ])
  expect(vault.secrets.get(appId)).toBe('the old secret')
})

test('another PIN is stored, and the calendar is not asked', async () => {
  const { run, vault, probe } = aRotation()
  expect(await run({ adminPin: '471147' })).toBe(0)
  expect(vault.secrets.get(appId)).toBe('the old secret')
  expect(vault.secrets.get('admin-pin')).toMatch(/^scrypt\$/)
  expect(probe.calls).toEqual([])
})

test('a new proxy login is stored if it opens the way, even with a wrong secret', async () => {
  const { run, vault, probe, lines } = aRotation()
  const proxyLogin = { user: 'door', password: 'new' }
  probe.failing.reach = { code: 'unreachable', network: 'proxyFailed' }
  expect(await run({ proxyLogin })).toBe(1)
  expect(vault.secrets.has('proxy-login')).toBe(false)
  delete probe.failing.reach
  expect(await run({ proxyLogin })).toBe(0)
  expect(vault.secrets.get('proxy-login')).toBe('door:new')
  expect(lines.at(-1)).toBe('keyring: ok, proxyLogin stored')
})

test('a secret that the calendar does not take is not stored', async () => {
  const { run, vault, probe, lines } = aRotation()
  probe.failing.token = { code: 'credentialsRejected', calendarCode: 10014 }
  expect(await run({ appSecret, adminPin: '471147' })).toBe(1)
  expect(lines.at(-2)).toBe(`token: credentialsRejected (10014). ${englishAdvice.credentialsRejected}`)
  expect(lines.at(-1)).toBe('nothing was stored')
  expect([...vault.secrets.values()]).toEqual([origin, 'the old secret', 'the old PIN'])
})

test('a keyring that is locked is named, and one that locks itself half-way', async () => {
  const locked = aRotation()
  locked.vault.failing = 'locked'
  expect(await locked.run({ appSecret })).toBe(1)
  expect(locked.lines.slice(-2)).toEqual([
    `keyring: keyringLocked. ${englishAdvice.keyringLocked}`,
    'nothing was stored',
  ])
  const halfWay = aRotation()
  halfWay.vault.writesLeft = 2
  expect(await halfWay.run({ appSecret, adminPin: '471147' })).toBe(1)
  expect(halfWay.lines.at(-1)).toBe('the keyring may hold the new secret: run this again')
})

test('without a configuration the secret’s app is not known', async () => {
  const file = '/etc/room-panel/config.json'
  const { run, lines, probe } = aRotation({ configuration: err({ kind: 'configurationMissing', file }) })
  expect(await run({ appSecret })).toBe(1)
  expect(lines[0]).toBe(
    `configuration: configurationMissing (${file}). ${englishAdvice.configurationMissing}`,
  )
  expect(probe.calls).toEqual([])
})

test.each([
  ['', 'input: it is no JSON from line 1, column 1 on'],
  ['{}', whatIsRight],
  [{ adminPin: '1234' }, whatIsRight],
  [{ appSecret, config: {} }, whatIsRight],
  [{ appSecret: `${appSecret}\n` }, 'input: appSecret has blanks or a line end before or after it'],
])('%j is wrong use, and no value is repeated', async (input, sentence) => {
  const { run, lines, vault } = aRotation()
  expect(await run(input)).toBe(2)
  expect(lines).toEqual([sentence])
  expect(vault.secrets.get(appId)).toBe('the old secret')
})

test('a door with a hub is given no app secret, and another PIN without a call', async () => {
  const { run, vault, probe, lines } = aRotation({ configuration: ok(aHubDoor()) })
  expect(await run({ appSecret })).toBe(2)
  expect(lines).toEqual(['input: a door with a hub has no app secret: only the hub has it'])
  expect(vault.secrets.get(appId)).toBe('the old secret')
  expect(await run({ adminPin: '471147', proxyLogin: { user: 'door', password: 'p' } })).toBe(0)
  expect(probe.calls).toEqual([])
})
