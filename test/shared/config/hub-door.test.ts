import { expect, test } from 'vitest'
import { configurationFaultText } from '../../../shared/config/fault-text.ts'
import { parseConfiguration } from '../../../shared/config/parse-configuration.ts'
import { aHubDoor } from '../../support/line/a-hub-door.ts'

const least = {
  hub: { broker: 'mqtts://broker.example:8883', door: 'k7m2qx9abc' },
  room: { id: 'omm_0a1b2c3d4e5f60718293a4b5c6d7e8f9' },
}

test('a door with a hub needs broker, door and room, and has no app and no calls', () => {
  const parsed = parseConfiguration(least)
  expect(parsed).toMatchObject({ ok: true, value: { ...least, checkIn: { mode: 'observe' } } })
  expect(parsed.ok && Object.keys(parsed.value)).not.toContain('budget')
  expect(parsed.ok && Object.keys(parsed.value)).not.toContain('feishu')
})

test('written out and read again it is the same', () => {
  const configuration = aHubDoor({ caFile: '/etc/room-panel/broker-ca.pem' })
  expect(parseConfiguration(JSON.parse(JSON.stringify(configuration)))).toEqual({
    ok: true,
    value: configuration,
  })
})

test.each<[what: string, json: object, sentences: readonly string[]]>([
  [
    'both',
    { ...least, feishu: { origin: 'https://open.feishu.cn', appId: 'cli_a1b2c3d4e5f60718' } },
    ['feishu stands beside hub, and a door has only one of the two'],
  ],
  ['neither', { room: least.room }, ['feishu is missing']],
  ['a hub without its parts', { ...least, hub: {} }, ['hub.broker is missing', 'hub.door is missing']],
  ['calls of its own', { ...least, budget: { callsPerMonth: 8000 } }, ['budget is no key that it may have']],
  [
    'a broker without TLS elsewhere',
    { ...least, hub: { ...least.hub, broker: 'mqtt://192.0.2.7' } },
    ['hub.broker is "mqtt://192.0.2.7", and must be mqtts://HOST, or mqtt:// on this machine alone'],
  ],
  [
    'a broker with a login in its address',
    { ...least, hub: { ...least.hub, broker: 'mqtts://door:secret@b.example' } },
    ['hub.broker must be mqtts://HOST, or mqtt:// on this machine alone'],
  ],
  [
    'a door that would mean something in a topic',
    { ...least, hub: { ...least.hub, door: 'door/+' } },
    ['hub.door is "door/+", and must be a door’s id, as room-panel-hub doors lists it'],
  ],
  [
    'a relative file',
    { ...least, hub: { ...least.hub, caFile: 'ca.pem' } },
    ['hub.caFile is "ca.pem", and must be the absolute path of a file'],
  ],
  ['no room', { hub: least.hub }, ['room is missing']],
])('%s is named', (_what, json, sentences) => {
  const parsed = parseConfiguration(json)
  expect(parsed.ok ? [] : parsed.error.map(configurationFaultText)).toEqual(sentences)
})

test.each(['mqtt://127.0.0.1:1883', 'mqtt://localhost', 'mqtts://[2001:db8::1]:8883', 'mqtts://broker'])(
  'the broker %s will do',
  (broker) => {
    expect(parseConfiguration({ ...least, hub: { ...least.hub, broker } }).ok).toBe(true)
  },
)
