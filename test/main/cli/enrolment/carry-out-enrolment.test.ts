import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { passwordAccount } from '../../../../engine/installation/door-secret.ts'
import type { LineProblem } from '../../../../engine/line-probe.ts'
import { createConfigurationPlace } from '../../../../main/adapters/configuration/configuration-place.ts'
import { provision } from '../../../../main/cli/provision.ts'
import type { RedeemCode } from '../../../../main/cli/enrolment/redeem-code.ts'
import { err, ok, type Result } from '../../../../shared/result.ts'
import { englishAdvice, type FaultName } from '../../../../shared/set-up/advice.ts'
import { secretAccounts } from '../../../../engine/installation/app-secret.ts'
import type { Configuration } from '../../../../shared/config/configuration.ts'
import { aConfiguration } from '../../../support/a-door.ts'
import { aHubDoor } from '../../../support/line/a-hub-door.ts'
import { aView } from '../../../support/line/messages.ts'
import { createMemoryProbe } from '../../../support/memory/memory-probe.ts'
import { createMemoryVault } from '../../../support/memory/memory-vault.ts'
import { createVirtualClock } from '../../../support/virtual-clock.ts'

const hub = { broker: 'mqtts://broker.example:8883', caFile: '/etc/room-panel/broker-ca.pem' }
const fingerprint = 'AB'.repeat(32).replaceAll(/(..)(?!$)/g, '$1:')
const enrolment = {
  url: 'https://hub.example/enrol',
  code: 'AW76-PJSA-D6HH-K43D',
  caFingerprint: fingerprint,
}
const order = { config: { hub, locale: 'en-US' }, enrolment, adminPin: '471147' }
const door = { door: 'k7m2qx9abc', room: 'omm_0a1b2c3d4e5f60718293a4b5c6d7e8f9', password: 'p'.repeat(43) }
const account = passwordAccount({ ...hub, door: door.door })

/** A tablet that is brought a code. Its broker is there, and lets in only the door. */
async function aTablet() {
  const folder = await mkdtemp(join(tmpdir(), 'room-panel-enrolment-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const vault = createMemoryVault()
  const clock = { ...createVirtualClock(), error: () => 0, offset: () => 0 }
  const lines: string[] = []
  const world = {
    answer: ok(door) as Awaited<ReturnType<RedeemCode>>,
    broker: undefined as LineProblem | undefined,
    isRoomOther: false,
    fingerprint: ok(fingerprint) as Result<string, unknown>,
    canRead: ok(undefined) as Result<void, unknown>,
    isWritable: true,
    present: undefined as Configuration | undefined,
    codes: [] as string[],
    /** What happens while the hub is asked. */
    meanwhile: () => undefined as void,
  }
  const place = createConfigurationPlace(join(folder, 'config.json'))
  const run = (input: object = order) =>
    provision(JSON.stringify(input), {
      vault,
      clock,
      probeFor: createMemoryProbe,
      lineProbeFor: (_configuration, password) => ({
        listen: async () => {
          if (world.broker !== undefined) return err(world.broker)
          if (password !== door.password) return err({ code: 'denied', detail: 'Not authorized' })
          const room = { ...aView().room, id: world.isRoomOther ? 'omm_other' : door.room }
          return ok({ epoch: 3, view: aView({ room, readAt: clock.now() }) })
        },
      }),
      redeem: async ({ code }) => {
        world.codes.push(code)
        world.meanwhile()
        return world.answer
      },
      present: async () => world.present,
      fingerprintIn: async () => world.fingerprint,
      timeZone: 'UTC',
      place: world.isWritable
        ? place
        : { ...place, stage: async () => err(Object.assign(new Error('full'), { code: 'ENOSPC' })) },
      canRead: async () => world.canRead,
      say: (line) => lines.push(line),
    })
  const everything = async () => ({ secrets: vault.secrets.size, files: await readdir(folder) })
  return { run, world, vault, lines, folder, everything }
}

const nothing = { secrets: 0, files: [] }

test('a code makes a door, which is stored and then tried, one line each', async () => {
  const { run, world, vault, lines, folder } = await aTablet()
  expect(await run()).toBe(0)
  const file = join(folder, 'config.json')
  expect(lines).toEqual([
    `authority: ok, ${hub.caFile}`,
    'fingerprint: ok',
    'keyring: ok',
    `place: ok, ${file}`,
    'broker: ok',
    'TLS: ok',
    `enrolment: ok, door ${door.door} of room ${door.room}`,
    'keyring: ok, door password and PIN stored',
    `configuration: ok, stored in ${file}`,
    'broker: ok',
    'TLS: ok',
    'login: ok',
    'hub: ok, epoch 3',
    'clock: ok, as the calendar’s',
    'view: ok, Magnolia, 1 bookings, read 0 s ago',
  ])
  expect(world.codes).toEqual([enrolment.code])
  expect([...vault.secrets.keys()].toSorted()).toEqual(['admin-pin', account])
  expect(vault.secrets.get(account)).toBe(door.password)
  const written = await readFile(file, 'utf8')
  expect(JSON.parse(written)).toMatchObject({ hub: { ...hub, door: door.door }, room: { id: door.room } })
  expect(written).not.toContain(door.password)
})

type World = Awaited<ReturnType<typeof aTablet>>

/** All of these are found out while the code is still good. */
test.each<[what: string, spoil: (tablet: World) => void, line: string]>([
  ['the keyring is locked', ({ vault }) => void (vault.failing = 'locked'), 'keyring: keyringLocked'],
  ['the keyring keeps nothing', ({ vault }) => void (vault.writesAre = 'notKept'), 'keyring: keyringNotKept'],
  ['the disk is full', ({ world }) => void (world.isWritable = false), 'place: notWritable'],
  [
    'the authority’s certificate is missing',
    ({ world }) => void (world.canRead = err(Object.assign(new Error('none'), { code: 'ENOENT' }))),
    `authority: authorityUnreadable (${hub.caFile}, ENOENT)`,
  ],
  [
    'the authority is another one',
    ({ world }) => void (world.fingerprint = ok('CD'.repeat(32))),
    `fingerprint: otherAuthority (${'CD'.repeat(32)})`,
  ],
  [
    'the broker is not reached',
    ({ world }) => void (world.broker = { code: 'unreachable', detail: 'ECONNREFUSED' }),
    'broker: brokerUnreachable (ECONNREFUSED)',
  ],
  [
    'the broker is not trusted',
    ({ world }) => void (world.broker = { code: 'notTrusted', detail: 'CERT_HAS_EXPIRED' }),
    'TLS: brokerNotTrusted (CERT_HAS_EXPIRED)',
  ],
])('where %s, the code is not used', async (_what, spoil, line) => {
  const tablet = await aTablet()
  spoil(tablet)
  expect(await tablet.run()).toBe(1)
  expect(tablet.world.codes).toEqual([])
  expect(tablet.lines.some((one) => one.startsWith(line))).toBe(true)
  expect(tablet.lines.at(-1)).toBe('nothing was stored')
  expect(await tablet.everything()).toEqual(nothing)
})

test.each<FaultName>([
  'codeMalformed',
  'codeUnknown',
  'codeUsed',
  'codeExpired',
  'enrolmentUnready',
  'enrolmentUnreachable',
  'enrolmentForeign',
  'enrolmentLost',
])('the answer %s is one sentence with what to do, and nothing is stored', async (fault) => {
  const { run, world, lines, everything } = await aTablet()
  world.answer = err({ fault, detail: 'why' })
  expect(await run()).toBe(1)
  expect(lines.slice(-2)).toEqual([
    `enrolment: ${fault} (why). ${englishAdvice[fault]}`,
    'nothing was stored',
  ])
  expect(await everything()).toEqual(nothing)
})

test('a keyring that locks itself while the hub is asked: the code is lost, and IT is told of the door', async () => {
  const { run, world, vault, lines } = await aTablet()
  world.meanwhile = () => void (vault.failing = 'locked')
  expect(await run()).toBe(1)
  expect(lines).toContain(`enrolment: ok, door ${door.door} of room ${door.room}`)
  expect(lines.at(-1)).toMatch(/^the code is used up, .* let this door go \(room-panel-hub unassign\)$/)
})

test('a door that the broker does not let in yet is stored all the same, for its code is used up', async () => {
  const { run, world, vault, lines } = await aTablet()
  world.meanwhile = () => void (world.broker = { code: 'unreachable', detail: 'ECONNREFUSED' })
  expect(await run()).toBe(0)
  expect(lines.find((line) => line.startsWith('configuration: ok'))).toBeDefined()
  expect(lines).toContain(`broker: brokerUnreachable (ECONNREFUSED). ${englishAdvice.brokerUnreachable}`)
  expect(vault.secrets.get(account)).toBe(door.password)
})

test.each<[what: string, present: Configuration, earlier: readonly (readonly [string, string])[]]>([
  ['that asked Feishu itself', aConfiguration(), secretAccounts(aConfiguration().feishu, 'the app secret')],
  ['of a hub', aHubDoor(), [[passwordAccount(aHubDoor().hub), 'the old password']]],
])('a door %s forgets the secret that it had then', async (_what, present, earlier) => {
  const { run, world, vault, lines } = await aTablet()
  world.present = present
  for (const [kept, secret] of earlier) vault.secrets.set(kept, secret)
  world.answer = ok({ ...door, door: 'another9door' })
  expect(await run()).toBe(0)
  expect(lines).toContain('earlier secret: ok, taken out of the keyring')
  expect([...vault.secrets.keys()].toSorted()).toEqual([
    'admin-pin',
    passwordAccount({ ...hub, door: 'another9door' }),
  ])
})

test('a hub that tells of another room is named', async () => {
  const { run, world, lines } = await aTablet()
  world.isRoomOther = true
  expect(await run()).toBe(0)
  expect(lines.at(-1)).toBe(`view: otherRoom (omm_other). ${englishAdvice.otherRoom}`)
})

test('a door whose password is in the keyring takes another configuration without a code', async () => {
  const { run, vault, world, lines, folder } = await aTablet()
  vault.secrets.set(account, door.password)
  const config = { hub: { ...hub, door: door.door }, room: { id: door.room }, locale: 'de-DE' }
  expect(await run({ config })).toBe(0)
  expect(world.codes).toEqual([])
  expect(lines.slice(0, 2)).toEqual(['password: ok', `authority: ok, ${hub.caFile}`])
  expect(lines.slice(-2)).toEqual([
    'keyring: ok',
    `configuration: ok, stored in ${join(folder, 'config.json')}`,
  ])
  vault.secrets.clear()
  expect(await run({ config })).toBe(1)
  expect(lines).toContain(
    `password: passwordMissing (${door.door} at ${hub.broker}). ${englishAdvice.passwordMissing}`,
  )
})
