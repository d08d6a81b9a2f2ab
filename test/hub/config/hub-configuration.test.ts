import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { inProject } from '../../../build/project.mjs'
import { parseHubConfiguration } from '../../../hub/config/hub-configuration.ts'
import {
  hubConfigurationText,
  readHubConfiguration,
  readSecretFile,
} from '../../../hub/config/read-hub-configuration.ts'
import { aHubConfiguration } from './a-hub-configuration.ts'

const { broker, database, feishu } = aHubConfiguration
const storeApp = {
  tenantKey: '1f2e3d4c5b6a7980',
  callback: { port: 9466 },
  encryptKeyFile: '/etc/room-panel-hub/encrypt-key',
  verificationTokenFile: '/etc/room-panel-hub/verification-token',
}

test('a hub needs Feishu, a broker and a database, and has a door’s defaults for its doors', () => {
  expect(parseHubConfiguration(aHubConfiguration)).toMatchObject({
    ok: true,
    value: { ...aHubConfiguration, checkIn: { mode: 'observe', graceMinutes: 10 }, locale: 'zh-CN' },
  })
})

test('docs/fleet.md has a configuration that the hub takes', async () => {
  const document = await readFile(inProject('docs', 'fleet.md'), 'utf8')
  const [, json = ''] = /```json\n(.+?)```/s.exec(document) ?? []
  expect(parseHubConfiguration(JSON.parse(json))).toMatchObject({ ok: true })
})

test.for([
  ['feishu', undefined, 'required'],
  ['feishu', { ...feishu, origin: 'http://open.feishu.cn' }, 'origin', 'feishu.origin'],
  [
    'feishu',
    { ...feishu, storeApp: { ...storeApp, tenantKey: 'us' } },
    'tenantKey',
    'feishu.storeApp.tenantKey',
  ],
  [
    'feishu',
    { ...feishu, storeApp: { ...storeApp, encryptKeyFile: undefined } },
    'required',
    'feishu.storeApp.encryptKeyFile',
  ],
  [
    'feishu',
    { ...feishu, storeApp: { ...storeApp, callback: { port: 0 } } },
    'range',
    'feishu.storeApp.callback.port',
  ],
  ['appSecretFile', 'app-secret', 'file'],
  ['appSecret', 'a'.repeat(32), 'unknownKey'],
  ['room', { id: `omm_${'0'.repeat(32)}` }, 'unknownKey'],
  ['follower', true, 'unknownKey'],
  ['rooms', [], 'rooms'],
  ['rooms', ['Magnolia'], 'roomId', 'rooms.0'],
  ['broker', { ...broker, url: 'mqtt://broker.example' }, 'brokerUrl', 'broker.url'],
  ['broker', { ...broker, url: 'https://broker.example' }, 'brokerUrl', 'broker.url'],
  ['broker', { ...broker, url: 'mqtts://me:secret@broker.example' }, 'brokerUrl', 'broker.url'],
  ['broker', { ...broker, admin: { ...broker.admin, username: '' } }, 'name', 'broker.admin.username'],
  ['database', { url: 'postgresql://hub:secret@db.example/hub' }, 'databaseUrl', 'database.url'],
  ['database', { url: 'mysql://db.example/hub' }, 'databaseUrl', 'database.url'],
  ['enrolment', { port: 0 }, 'range', 'enrolment.port'],
  ['metrics', { port: 70_000 }, 'range', 'metrics.port'],
  ['metrics', { port: 9464, host: '0.0.0.0' }, 'unknownKey', 'metrics.host'],
  ['console', { port: 9466, proxyHeader: 'X User' }, 'header', 'console.proxyHeader'],
  ['console', { port: 9466, tls: { certFile: 'a', keyFile: '/b' } }, 'file', 'console.tls.certFile'],
  ['checkIn', { mode: 'always' }, 'choice', 'checkIn.mode'],
] as const)('%s as %j breaks the rule %s', ([key, value, rule, path = key]) => {
  const parsed = parseHubConfiguration({ ...aHubConfiguration, [key]: value })
  expect(parsed).toMatchObject({ ok: false, error: [{ path, rule }] })
})

test.for(['postgresql://a:b@c/d', 'mqtts://a:b@c'])('the password in %s is not repeated', (url) => {
  const parsed = parseHubConfiguration({
    ...aHubConfiguration,
    database: { url },
    broker: { ...broker, url },
  })
  expect(JSON.stringify(parsed)).not.toContain('a:b@')
})

test.for([
  ['feishu', { ...feishu, storeApp }],
  ['broker', { ...broker, url: 'mqtt://127.0.0.1:1883' }],
  ['broker', { ...broker, url: 'mqtts://[fd00::1]' }],
  ['database', { url: 'postgresql://hub@db.example:5432/hub?sslmode=verify-full', passwordFile: '/run/db' }],
  ['database', { url: 'postgres://db.example/hub' }],
  ['rooms', [`omm_${'0'.repeat(32)}`]],
  ['enrolment', { port: 9465 }],
  ['metrics', { port: 9464 }],
] as const)('%s may be %j', ([key, value]) => {
  expect(parseHubConfiguration({ ...aHubConfiguration, [key]: value })).toMatchObject({ ok: true })
})

test('what is wrong with the file is said with its name, and no secret', async ({ onTestFinished }) => {
  const folder = await mkdtemp(join(tmpdir(), 'room-panel-test-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'config.json')
  const told = async () => {
    const read = await readHubConfiguration(file)
    return read.ok ? ['fine'] : hubConfigurationText(read.error)
  }
  expect(await told()).toEqual([`there is no ${file}`])
  await writeFile(file, '{ "feishu": }')
  expect(await told()).toEqual([`${file} is no JSON from line 1, column 13 on`])
  const secret = 'postgresql://hub:secret@db.example/hub'
  await writeFile(file, JSON.stringify({ ...aHubConfiguration, rooms: [], database: { url: secret } }))
  expect(await told()).toEqual([
    `${file}: rooms must have at least one room; leave it out for all that the app sees`,
    `${file}: database.url must be postgresql://…, without a password: that is in database.passwordFile`,
  ])
  await writeFile(file, JSON.stringify({ ...aHubConfiguration, database }))
  expect(await told()).toEqual(['fine'])
})

test.for([
  ['secret\n', { ok: true, value: 'secret' }],
  ['secret', { ok: true, value: 'secret' }],
  [' secret \r\n', { ok: true, value: ' secret ' }],
  ['\n', { ok: false, error: 'empty' }],
  [undefined, { ok: false, error: 'missing' }],
] as const)('a file with %j holds the secret %j', async ([text, secret], { onTestFinished }) => {
  const folder = await mkdtemp(join(tmpdir(), 'room-panel-test-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  const file = join(folder, 'secret')
  if (text !== undefined) await writeFile(file, text)
  expect(await readSecretFile(file)).toEqual(secret)
})
