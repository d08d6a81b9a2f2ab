import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { provision } from '../../main/cli/provision.ts'
import type { Vault, VaultProblem } from '../../main/ports.ts'
import { err, ok } from '../../shared/result.ts'
import { createMemoryCalendar } from '../support/memory-calendar.ts'
import { createVirtualClock } from '../support/virtual-clock.ts'

const config = {
  feishu: { origin: 'https://open.feishu.cn', appId: 'cli_a1b2c3d4e5f60718' },
  room: { id: 'omm_0a1b2c3d4e5f60718293a4b5c6d7e8f9' },
}
const appSecret = 'Zx81kQ0pLm3Rt7Vw2Yb9Nc4Hd6Jf5Gs1'

async function aProvisioning(problem?: VaultProblem) {
  const folder = await mkdtemp(join(tmpdir(), 'room-panel-provision-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'new', 'config.json')
  const secrets = new Map<string, string>()
  const vault: Vault = {
    read: async (account) => {
      const secret = secrets.get(account)
      return secret === undefined ? err('missing') : ok(secret)
    },
    write: async (account, secret) => {
      if (problem !== undefined) return err(problem)
      secrets.set(account, secret)
      return ok(undefined)
    },
  }
  const calendar = createMemoryCalendar()
  const lines: string[] = []
  const run = (order: unknown) =>
    provision(typeof order === 'string' ? order : JSON.stringify(order), {
      vault,
      clock: createVirtualClock(),
      calendarFor: () => calendar,
      timeZone: 'UTC',
      file,
      say: (line) => lines.push(line),
    })
  return { run, folder, calendar, secrets, lines, stored: () => readFile(file, 'utf8') }
}

test('stores what the calendar accepts', async () => {
  const { run, secrets, stored, lines } = await aProvisioning()
  expect(await run({ config, appSecret, adminPin: '4711' })).toBe(0)
  expect(secrets.get(config.feishu.appId)).toBe(appSecret)
  expect(secrets.get('admin-pin')).toMatch(/^scrypt\$32768\$8\$1\$[\w+/=]{24}\$[\w+/=]{44}$/)
  expect(JSON.parse(await stored())).toMatchObject(config)
  expect(lines.join('\n')).not.toContain(appSecret)
})

test('stores nothing that the calendar rejects', async () => {
  const { run, calendar, secrets, stored, lines } = await aProvisioning()
  calendar.failing = 'credentialsRejected'
  expect(await run({ config, appSecret })).toBe(1)
  expect(secrets.size).toBe(0)
  await expect(stored()).rejects.toThrow('ENOENT')
  expect(lines).toEqual(['calendar: credentialsRejected; nothing was stored'])
})

test('says so when the configuration can not be written', async () => {
  const { run, lines, folder } = await aProvisioning()
  await writeFile(join(folder, 'new'), 'a file where a folder should be')
  expect(await run({ config, appSecret })).toBe(1)
  expect(lines.at(-1)).toContain('could not be written')
})

test('stores no configuration when the keyring is locked', async () => {
  const { run, stored, lines } = await aProvisioning('locked')
  expect(await run({ config, appSecret })).toBe(1)
  await expect(stored()).rejects.toThrow('ENOENT')
  expect(lines.at(-1)).toBe('keyring: locked; nothing was stored')
})

test.each([
  ['no JSON', `{"appSecret":"${appSecret}"`, 'input: it'],
  ['no secret', { config }, 'input: appSecret'],
  ['an unknown key', { config, appSecret, secret: appSecret }, 'input: secret'],
  ['a PIN with letters', { config, appSecret, adminPin: 'abcd' }, 'input: adminPin'],
  ['a bad room', { config: { ...config, room: { id: 'x' } }, appSecret }, 'input: config.room.id'],
])('names what is wrong with %s, and repeats no value', async (_what, order, beginning) => {
  const { run, lines } = await aProvisioning()
  expect(await run(order)).toBe(1)
  expect(lines[0]).toMatch(new RegExp(`^${beginning} `))
  expect(lines.join('\n')).not.toContain(appSecret)
})
