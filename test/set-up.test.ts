import { expect, test } from 'vitest'
import type { VaultProblem } from '../main/ports.ts'
import { setUp } from '../main/set-up.ts'
import { parseConfiguration } from '../shared/config/parse-configuration.ts'
import { err, ok, type Result } from '../shared/result.ts'
import { createMemoryCalendar } from './support/memory-calendar.ts'

const appId = 'cli_a1b2c3d4e5f60718'
const configuration = parseConfiguration({
  feishu: { origin: 'https://open.feishu.cn', appId },
  room: { id: 'omm_0a1b2c3d4e5f60718293a4b5c6d7e8f9' },
})

const withSecret = (secret: Result<string, VaultProblem>) => ({
  readConfiguration: async () => (configuration.ok ? configuration : expect.fail('the configuration')),
  vault: { read: async () => secret },
  calendarFor: () => createMemoryCalendar(),
  calls: { count: () => undefined, spentOf: () => 0 },
})

test('with configuration and secret the panel is equipped', async () => {
  expect(await setUp(withSecret(ok('a secret')))).toMatchObject({
    ok: true,
    value: { configuration: { locale: 'zh-CN' } },
  })
})

test.each([
  ['missing', { kind: 'secretMissing', appId }],
  ['locked', { kind: 'keyringLocked' }],
  ['unavailable', { kind: 'keyringUnavailable' }],
] as const)('a secret that is %s is told apart', async (problem, error) => {
  expect(await setUp(withSecret(err(problem)))).toEqual({ ok: false, error })
})

test('without a configuration the keyring is not asked', async () => {
  const missing = err({ kind: 'configurationMissing', file: '/etc/room-panel/config.json' } as const)
  const parts = {
    ...withSecret(ok('a secret')),
    readConfiguration: async () => missing,
    vault: { read: async () => expect.fail('the keyring was asked') },
  }
  expect(await setUp(parts)).toEqual(missing)
})
