import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import type { CalendarProbe, CalendarProblem } from '../../../engine/room-calendar.ts'
import { secretAccounts } from '../../../engine/installation/app-secret.ts'
import type { ConfigurationPlace } from '../../../engine/ports.ts'
import { createConfigurationPlace } from '../../../main/adapters/configuration/configuration-place.ts'
import { canRead } from '../../../main/adapters/disk/can-read.ts'
import { provision } from '../../../main/cli/provision.ts'
import { err } from '../../../shared/result.ts'
import { englishAdvice } from '../../../shared/set-up/advice.ts'
import { minutes } from '../../../shared/time/time.ts'
import { createMemoryProbe } from '../../support/memory/memory-probe.ts'
import { noHub } from '../../support/line/no-hub.ts'
import { createMemoryVault } from '../../support/memory/memory-vault.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'
import { appSecret, asBefore, before, config, order } from './an-order.ts'

async function aProvisioning(over: { place?: Partial<ConfigurationPlace>; offset?: number } = {}) {
  const folder = await mkdtemp(join(tmpdir(), 'room-panel-provision-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'panel', 'config.json')
  const vault = createMemoryVault()
  const probe = createMemoryProbe()
  const lines: string[] = []
  const run = (input: unknown) =>
    provision(typeof input === 'string' ? input : JSON.stringify(input), {
      vault,
      clock: { ...createVirtualClock(), offset: () => over.offset ?? 0 },
      probeFor: () => probe,
      timeZone: 'UTC',
      place: { ...createConfigurationPlace(file), ...over.place },
      ...noHub,
      canRead,
      say: (line) => lines.push(line),
    })
  /** A panel that was set up before, with another secret. */
  const setUpBefore = async () => {
    for (const [account, secret] of before) vault.secrets.set(account, secret)
    await mkdir(join(folder, 'panel'))
    await writeFile(file, 'the old configuration')
  }
  const everything = async () => ({
    secrets: Object.fromEntries(vault.secrets),
    files: await readdir(join(folder, 'panel')).catch(() => []),
    configuration: await readFile(file, 'utf8').catch(() => undefined),
  })
  return { run, folder, file, vault, probe, lines, setUpBefore, everything }
}

test('says what it found, one line each, and stores it', async () => {
  const { run, vault, file, lines, everything } = await aProvisioning()
  expect(await run(order)).toBe(0)
  expect(lines).toEqual([
    'connection: ok',
    'TLS: ok',
    'clock: ok, as the calendar’s',
    'token: ok',
    'access: ok',
    'scope calendar:room:readonly: ok',
    'scope vc:room:readonly: ok',
    'scope calendar:room: ok',
    'room: ok, Magnolia',
    'schedule: ok, 0 bookings from yesterday to tomorrow',
    'keyring: ok, app secret and PIN stored',
    `configuration: ok, stored in ${file}`,
  ])
  expect(vault.secrets.get(config.feishu.appId)).toBe(appSecret)
  expect(vault.secrets.get('admin-pin')).toMatch(/^scrypt\$32768\$8\$1\$[\w+/=]{24}\$[\w+/=]{44}$/)
  const { configuration, files } = await everything()
  expect(JSON.parse(configuration ?? '')).toMatchObject(config)
  expect(files).toEqual(['config.json'])
})

test('a rotation without a PIN leaves the PIN', async () => {
  const { run, vault, setUpBefore } = await aProvisioning()
  await setUpBefore()
  expect(await run({ config, appSecret })).toBe(0)
  expect(Object.fromEntries(vault.secrets)).toEqual({
    ...Object.fromEntries(secretAccounts(config.feishu, appSecret)),
    'admin-pin': 'the old PIN',
  })
})

const rejections: readonly (readonly [
  string,
  Partial<Record<keyof CalendarProbe, CalendarProblem>>,
  string,
])[] = [
  [
    'an unreachable host',
    { reach: { code: 'unreachable', network: 'nameUnresolved' } },
    `connection: nameUnresolved. ${englishAdvice.nameUnresolved}`,
  ],
  [
    'an unknown certificate',
    { reach: { code: 'unreachable', network: 'tlsFailed' } },
    `TLS: tlsFailed. ${englishAdvice.tlsFailed}`,
  ],
  [
    'a wrong secret',
    { token: { code: 'credentialsRejected', calendarCode: 10014, logId: '2026' } },
    `token: credentialsRejected (10014, log id 2026). ${englishAdvice.credentialsRejected}`,
  ],
  [
    'a network that is not on the list',
    { schedule: { code: 'addressDenied' } },
    `access: addressDenied. ${englishAdvice.addressDenied}`,
  ],
  [
    'a missing scope for the schedule',
    { schedule: { code: 'scopeMissing', scopes: ['calendar:room:readonly'] } },
    `scope calendar:room:readonly: scopeMissing (calendar:room:readonly). ${englishAdvice.scopeMissing}`,
  ],
  [
    'a missing scope for the room',
    {
      room: { code: 'scopeMissing', scopes: ['vc:room:readonly', 'vc:room'] },
      olderRoom: { code: 'scopeMissing' },
    },
    `scope vc:room:readonly: scopeMissing (vc:room:readonly or vc:room). ${englishAdvice.scopeMissing}`,
  ],
  [
    'a missing scope for titles',
    { titles: { code: 'scopeMissing', scopes: ['calendar:room'] } },
    `scope calendar:room: scopeMissing (calendar:room). ${englishAdvice.scopeMissing}`,
  ],
  ['a wrong room', { room: { code: 'roomUnknown' } }, `room: roomUnknown. ${englishAdvice.roomUnknown}`],
  [
    'a room that is not in the app’s range',
    { schedule: { code: 'roomUnreadable' } },
    `schedule: roomUnreadable. ${englishAdvice.roomUnreadable}`,
  ],
]

test.each(rejections)('with %s the earlier set-up is unchanged', async (_what, failing, line) => {
  const { run, probe, lines, setUpBefore, everything } = await aProvisioning()
  await setUpBefore()
  Object.assign(probe.failing, failing)
  expect(await run(order)).toBe(1)
  expect(lines).toContain(line)
  expect(lines.at(-1)).toBe('nothing was stored')
  expect(await everything()).toEqual(asBefore)
})

test.each([
  [-minutes(5), '300 s fast'],
  [minutes(5), '300 s slow'],
])('a tablet whose clock is off by %i ms has to be set first', async (offset, how) => {
  const { run, lines, setUpBefore, everything } = await aProvisioning({ offset })
  await setUpBefore()
  expect(await run(order)).toBe(1)
  expect(lines).toContain(`clock: clockSkewed (${how}). ${englishAdvice.clockSkewed}`)
  expect(await everything()).toEqual(asBefore)
})

test('without titles the scope for them is not asked for', async () => {
  const { run, probe, lines } = await aProvisioning()
  probe.failing.titles = { code: 'scopeMissing' }
  expect(await run({ config: { ...config, privacy: { showTitle: false } }, appSecret })).toBe(0)
  expect(lines).toContain('scope calendar:room: skipped: privacy.showTitle is off')
  expect(probe.calls).not.toContain('titles')
})

test('a calendar that finds fault with an empty list of titles has let the panel ask', async () => {
  const { run, probe, lines } = await aProvisioning()
  probe.failing.titles = { code: 'unexpected', calendarCode: 105002 }
  expect(await run(order)).toBe(0)
  expect(lines).toContain('scope calendar:room: ok')
})

test.each([
  ['locked', 'keyringLocked'],
  ['timedOut', 'keyringTimedOut'],
  ['unavailable', 'keyringUnavailable'],
] as const)('with a keyring that is %s the set-up is unchanged, and %s is said', async (problem, fault) => {
  const { run, vault, lines, setUpBefore, everything } = await aProvisioning()
  await setUpBefore()
  vault.failing = problem
  expect(await run(order)).toBe(1)
  expect(lines.at(-2)).toMatch(new RegExp(`^keyring: ${fault}\\. `))
  expect(lines.at(-1)).toBe('nothing was stored')
  expect(await everything()).toEqual(asBefore)
})

test('a keyring that locks itself half-way gets back what it had, or says that it may not have', async () => {
  const { run, vault, lines, setUpBefore, everything } = await aProvisioning()
  await setUpBefore()
  vault.writesLeft = 1
  expect(await run(order)).toBe(1)
  expect(lines.at(-1)).toBe('the keyring may hold the new secret: run this again')
  const fresh = await aProvisioning()
  fresh.vault.writesLeft = 1
  expect(await fresh.run(order)).toBe(1)
  expect(fresh.lines.at(-1)).toBe('nothing was stored')
  expect(fresh.vault.secrets.size).toBe(0)
  expect(await everything()).toMatchObject({ configuration: 'the old configuration' })
})

test('a disk that does not take the configuration leaves the keyring alone', async () => {
  const { run, lines, folder, vault, file } = await aProvisioning()
  await writeFile(join(folder, 'panel'), 'a file where a folder should be')
  expect(await run(order)).toBe(1)
  expect(lines.at(-2)).toBe(`configuration: notWritable (${file}, EEXIST). ${englishAdvice.notWritable}`)
  expect(vault.secrets.size).toBe(0)
})

test('a full disk is named, and no secret is lost', async () => {
  const full = Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
  const { run, lines, setUpBefore, everything, file } = await aProvisioning({
    place: { stage: async () => err(full) },
  })
  await setUpBefore()
  expect(await run(order)).toBe(1)
  expect(lines.at(-2)).toBe(`configuration: notWritable (${file}, ENOSPC). ${englishAdvice.notWritable}`)
  expect(lines.at(-1)).toBe('nothing was stored')
  expect(await everything()).toEqual(asBefore)
})

test('a configuration that does not take its place takes the secrets back', async () => {
  const { run, lines, setUpBefore, everything, file, vault } = await aProvisioning()
  await setUpBefore()
  await rm(file)
  await mkdir(join(file, 'a folder in the way'), { recursive: true })
  expect(await run(order)).toBe(1)
  expect(lines.at(-2)).toContain('configuration: notWritable')
  expect(lines.at(-1)).toBe('nothing was stored')
  expect(Object.fromEntries(vault.secrets)).toEqual(asBefore.secrets)
  expect((await everything()).files).toEqual(['config.json'])
})

test.each([
  [
    'no object',
    '"text"',
    'input: it must be an object: config, appSecret or enrolment, if you like adminPin, proxyLogin',
  ],
  ['no secret', { config }, 'input: appSecret must be the app’s secret, as text'],
  ['an empty secret', { config, appSecret: '' }, 'input: appSecret must be the app’s secret, as text'],
  ['no configuration', { appSecret }, 'input: config is missing: the panel’s configuration, an object'],
  ['an unknown key', { ...order, secret: appSecret }, 'input: secret is no key that it may have'],
  [
    'a room that is none',
    { ...order, config: { ...config, room: { id: appSecret } } },
    'input: config.room.id must be a room id: omm_ and 32 hexadecimal digits',
  ],
  [
    'an unknown rule',
    { ...order, config: { ...config, checkIn: { graceMinuets: 5 } } },
    'input: config.checkIn.graceMinuets is no key that it may have',
  ],
])(
  '%s is wrong use: a sentence says it, no call is made, no value is repeated',
  async (_what, input, sentence) => {
    const { run, lines, probe, everything } = await aProvisioning()
    expect(await run(input)).toBe(2)
    expect(lines).toEqual([sentence])
    expect(probe.calls).toEqual([])
    expect((await everything()).secrets).toEqual({})
    expect(lines.join('\n')).not.toContain(appSecret)
  },
)
