import { existsSync } from 'node:fs'
import { chown, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { test } from '../harness/at-the-door.ts'
import { makeDoor } from '../harness/door.ts'
import { openKiosk } from '../harness/kiosk.ts'
import { adminPin, provision } from '../harness/provisioning.ts'
import { appSecret } from '../harness/small-feishu.ts'

const notSetUp = { occupancy: 'notSetUp', connection: 'offline', booking: '' }

test.for([
  ['an unknown key', 'rooms', { rooms: [] }],
  ['a value of a wrong type', 'follower', { follower: 'no' }],
  ['a room id that is none', 'room.id', { room: { id: 'Magnolia' } }],
  [
    'an origin that anybody could listen to',
    'feishu.origin',
    { feishu: { origin: 'http://open.feishu.cn', appId: 'cli_a1b2c3d4e5f60718' } },
  ],
] as const)(
  'a configuration with %s is named at the door by its path',
  async ([, path, wrong], { feishu, door, expect }) => {
    await door.configure({ ...feishu.configuration, ...wrong })
    const panel = await door.open()
    await panel.waitFor(notSetUp)
    const page = await panel.page()
    expect(page).toContain('Not set up')
    expect(page).toContain(path)
    expect(feishu.world.callsTo('token')).toBe(0)
  },
)

test('a panel without its secret says so, and begins by itself once it is provisioned', async ({
  kiosk,
  feishu,
  door,
  expect,
}) => {
  const app = feishu.world.addApp()
  const config = { ...feishu.configuration, feishu: { ...feishu.configuration.feishu, appId: app.id } }
  await door.configure(config)
  const panel = await door.open()
  await panel.waitFor(notSetUp)
  expect(await panel.page()).toContain(`The keyring has no secret for the app ${app.id}`)

  const { status, output } = await provision(kiosk, door.configFile, {
    config,
    appSecret: app.secret,
    adminPin,
  })
  expect(output.split('\n')).toEqual([
    'connection: ok',
    'TLS: skipped: feishu.origin is on this machine',
    expect.stringMatching(/^clock: ok, /),
    'token: ok',
    'access: ok',
    'scope calendar:room:readonly: ok',
    'scope vc:room:readonly: ok',
    'scope calendar:room: ok',
    'room: ok, Magnolia',
    'schedule: ok, 0 bookings from yesterday to tomorrow',
    'keyring: ok, app secret and PIN stored',
    `configuration: ok, stored in ${door.configFile}`,
    '',
  ])
  expect(status).toBe(0)
  await panel.waitFor({ occupancy: 'free', connection: 'live', booking: '' })
})

test('a file in the data folder sets a panel up once, and is gone then with its secret', async ({
  feishu,
  kiosk,
  door,
  expect,
}) => {
  const app = feishu.world.addApp()
  const config = { ...feishu.configuration, feishu: { ...feishu.configuration.feishu, appId: app.id } }
  await rm(door.configFile)
  const panel = await door.open()
  await panel.waitFor(notSetUp)
  expect(await panel.page()).toContain('room-panel-provision.json')

  const file = join(door.userData, 'room-panel-provision.json')
  const { uid, gid } = kiosk.session.user
  await writeFile(file, JSON.stringify({ config, appSecret: app.secret, adminPin }))
  await chown(file, uid, gid)
  await panel.waitFor({ occupancy: 'free', connection: 'live', booking: '' })
  expect(existsSync(file)).toBe(false)
  expect(JSON.parse(await readFile(door.configFile, 'utf8'))).toMatchObject({ room: config.room })
  const log = door.log()
  expect(log.map(({ event }) => event)).toContain('order-file.stored')
  expect(JSON.stringify(log)).not.toContain(app.secret)
})

test('credentials that Feishu does not accept are not stored', async ({ kiosk, feishu, door, expect }) => {
  const file = `${door.userData}/other.json`
  const order = { config: feishu.configuration, appSecret: 'not-the-one', adminPin }
  const { status, output } = await provision(kiosk, file, order)
  expect(status).toBe(1)
  expect(output).toContain('credentialsRejected')
  expect(output).toContain('nothing was stored')
  expect(output).not.toContain('not-the-one')
  expect(existsSync(file)).toBe(false)
})

test('where there is no keyring the door says so', async ({ kiosk, feishu, door, expect }) => {
  const panel = await door.open(kiosk.sessionWithoutKeyring)
  await panel.waitFor(notSetUp)
  expect(await panel.page()).toContain('The keyring does not answer.')
  expect(feishu.world.callsTo('token')).toBe(0)
})

test('with a locked keyring the door, doctor and provision say so, and no secret is stored', async ({
  feishu,
  onTestFinished,
  expect,
}) => {
  const kiosk = await openKiosk()
  onTestFinished(kiosk.close)
  const door = await makeDoor(kiosk)
  onTestFinished(door.close)
  await door.configure(feishu.configuration)
  kiosk.lockKeyring()
  const panel = await door.open()
  await panel.waitFor(notSetUp)
  expect(await panel.page()).toContain('The keyring is locked.')
  expect(feishu.world.callsTo('token')).toBe(0)
  // A keyring that waited for its prompt to be answered would keep the program from ending.
  await panel.stop()

  const before = await readFile(door.configFile, 'utf8')
  const order = { config: { ...feishu.configuration, follower: true }, appSecret, adminPin }
  const [examined, provisioned] = await Promise.all([
    kiosk.run(['doctor', ...door.args], ''),
    provision(kiosk, door.configFile, order),
  ])
  for (const { status, output } of [examined, provisioned]) {
    expect(output).toContain('keyring: keyringLocked')
    expect(status).toBe(1)
  }
  expect(provisioned.output).toContain('nothing was stored')
  expect(await readFile(door.configFile, 'utf8')).toBe(before)
})
