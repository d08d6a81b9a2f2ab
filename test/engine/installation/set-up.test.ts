import { expect, test } from 'vitest'
import { secretAccounts } from '../../../engine/installation/app-secret.ts'
import { passwordAccount } from '../../../engine/installation/door-secret.ts'
import { setUpPanel } from '../../../engine/installation/set-up.ts'
import type { OrderPlaces } from '../../../engine/ports.ts'
import type { VaultProblem } from '../../../engine/secrets.ts'
import { parseConfiguration } from '../../../shared/config/parse-configuration.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import type { SetUpProblem, TakenOrder } from '../../../shared/set-up/set-up.ts'
import { aShare } from '../../support/a-share.ts'
import { aHubDoor } from '../../support/line/a-hub-door.ts'
import { createMemoryCalendar } from '../../support/memory/memory-calendar.ts'

const appId = 'cli_a1b2c3d4e5f60718'
const configuration = parseConfiguration({
  feishu: { origin: 'https://open.feishu.cn', appId },
  room: { id: 'omm_0a1b2c3d4e5f60718293a4b5c6d7e8f9' },
})

const missing = { kind: 'configurationMissing', file: '/home/kiosk/config.json' } as const

const previewConfiguration = async (): Promise<void> => undefined

/** A keyring from before secrets were kept with their origin. */
const keyringWith = (secret: () => Result<string, VaultProblem>) => ({
  read: async (account: string) => (account === appId ? secret() : err('missing' as const)),
})

const withSecret = (secret: Result<string, VaultProblem>) => ({
  readConfiguration: async () => (configuration.ok ? configuration : expect.fail('the configuration')),
  vault: keyringWith(() => secret),
  calendarFor: () => createMemoryCalendar(),
  calls: { count: () => undefined, shareOf: aShare(0) },
  takeOrder: async () => 'none' as TakenOrder,
})

test('with configuration and secret the panel is equipped', async () => {
  expect(await setUpPanel(withSecret(ok('a secret')), 'new', previewConfiguration)).toMatchObject({
    ok: true,
    value: { configuration: { locale: 'zh-CN' } },
  })
})

test.each([
  ['missing', { kind: 'secretMissing', appId }],
  ['locked', { kind: 'keyringLocked' }],
  ['timedOut', { kind: 'keyringTimedOut' }],
  ['unavailable', { kind: 'keyringUnavailable' }],
] as const)('a secret that is %s is told apart', async (problem, error) => {
  expect(await setUpPanel(withSecret(err(problem)), 'new', previewConfiguration)).toEqual({
    ok: false,
    error,
  })
})

test('a secret that was provisioned for another host equips no panel, and lets no stick set it up', async () => {
  const kept = new Map(secretAccounts({ origin: 'https://feishu.example', appId }, 'a secret'))
  const parts = {
    ...withSecret(ok('a secret')),
    vault: { read: async (account: string) => ok(kept.get(account) ?? '') },
    takeOrder: async (where: OrderPlaces): Promise<TakenOrder> => (expect(where).toBe('ownFolder'), 'none'),
  }
  const error = { kind: 'secretOfOtherOrigin', origin: 'https://open.feishu.cn' } as const
  expect(await setUpPanel(parts, 'new', previewConfiguration)).toEqual(err(error))
})

test('without a configuration the keyring is not asked', async () => {
  const parts = {
    ...withSecret(ok('a secret')),
    readConfiguration: async () => err(missing),
    vault: { read: async () => expect.fail('the keyring was asked') },
  }
  expect(await setUpPanel(parts, 'new', previewConfiguration)).toEqual(err(missing))
})

test('the configuration is handed on before the keyring is asked, and what comes of it waited for', async () => {
  const steps: string[] = []
  const vault = keyringWith(() => {
    steps.push('keyring')
    return ok('a secret')
  })
  await setUpPanel({ ...withSecret(ok('a secret')), vault }, 'new', async ({ room }) => {
    steps.push(room.id)
    await Promise.resolve()
    steps.push('shown')
  })
  expect(steps).toEqual(['omm_0a1b2c3d4e5f60718293a4b5c6d7e8f9', 'shown', 'keyring'])
})

const invalid = { kind: 'configurationInvalid', faults: [] } as const

test.each<
  [what: string, read: Result<never, SetUpProblem> | undefined, secret: VaultProblem, where: OrderPlaces]
>([
  ['that has no configuration', err(missing), 'missing', 'everywhere'],
  ['that has no secret', undefined, 'missing', 'everywhere'],
  ['whose configuration is faulty', err(invalid), 'missing', 'ownFolder'],
  ['whose keyring is locked', undefined, 'locked', 'ownFolder'],
])('a panel %s looks for an order where it may', async (_what, read, secret, where) => {
  const looked: OrderPlaces[] = []
  const parts = withSecret(err(secret))
  const takeOrder = async (places: OrderPlaces): Promise<TakenOrder> => {
    looked.push(places)
    return 'none'
  }
  await setUpPanel(
    { ...parts, ...(read && { readConfiguration: async () => read }), takeOrder },
    'new',
    previewConfiguration,
  )
  expect(looked).toEqual([where])
})

test('a panel that works, or could, looks for no order here', async () => {
  const takeOrder = async () => expect.fail('an order was looked for')
  expect(
    (await setUpPanel({ ...withSecret(ok('a secret')), takeOrder }, 'new', previewConfiguration)).ok,
  ).toBe(true)
  expect(
    (await setUpPanel({ ...withSecret(err('missing')), takeOrder }, 'working', previewConfiguration)).ok,
  ).toBe(false)
})

test('an order that was carried out equips the panel at once', async () => {
  let secret: Result<string, VaultProblem> = err('missing')
  const takeOrder = async (): Promise<TakenOrder> => {
    secret = ok('a secret')
    return 'stored'
  }
  const parts = { ...withSecret(secret), vault: keyringWith(() => secret), takeOrder }
  expect((await setUpPanel(parts, 'new', previewConfiguration)).ok).toBe(true)
})

test('an order that failed is told with what is missing', async () => {
  const order = {
    file: '/media/stick/room-panel-provision.json',
    step: 'token',
    fault: 'credentialsRejected',
  }
  const parts = { ...withSecret(err('missing')), takeOrder: async () => order }
  expect(await setUpPanel(parts, 'new', previewConfiguration)).toEqual(
    err({ kind: 'secretMissing', appId, order }),
  )
})

/** A door with a hub, and whether its keyring has its password. */
const withHub = (password: Result<string, VaultProblem>) => ({
  ...withSecret(ok('an app secret, which nobody asks for')),
  readConfiguration: async () => ok(aHubDoor()),
  vault: {
    read: async (account: string) =>
      account === passwordAccount(aHubDoor().hub) ? password : expect.fail(`asked for ${account}`),
  },
})

test('a door with a hub needs its own password and no other secret, and counts no calls', async () => {
  const equipped = await setUpPanel(withHub(ok('the password')), 'new', previewConfiguration)
  expect(equipped.ok && Object.keys(equipped.value)).toEqual(['configuration', 'calendar'])
})

test.each([
  ['missing', { kind: 'passwordMissing', door: aHubDoor().hub.door, broker: aHubDoor().hub.broker }],
  ['locked', { kind: 'keyringLocked' }],
  ['unavailable', { kind: 'keyringUnavailable' }],
] as const)('a password that is %s is told apart', async (problem, error) => {
  expect(await setUpPanel(withHub(err(problem)), 'new', previewConfiguration)).toEqual(err(error))
})

test('a tablet without a password takes an order from a stick, as one without a secret', async () => {
  const asked: OrderPlaces[] = []
  const takeOrder = async (where: OrderPlaces): Promise<TakenOrder> => {
    asked.push(where)
    return 'none'
  }
  await setUpPanel({ ...withHub(err('missing')), takeOrder }, 'new', previewConfiguration)
  expect(asked).toEqual(['everywhere'])
})
