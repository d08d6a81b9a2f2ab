import { expect, test } from 'vitest'
import { parseOrder } from '../../../../main/cli/provision-order.ts'

const hub = { broker: 'mqtts://broker.example:8883' }
const enrolment = { url: 'https://hub.example/enrol', code: 'AW76-PJSA-D6HH-K43D' }
const room = { id: 'omm_0a1b2c3d4e5f60718293a4b5c6d7e8f9' }
const parsed = (order: object) => parseOrder(JSON.stringify(order))

test.each<[what: string, order: object, kind: string]>([
  ['a code', { config: { hub }, enrolment }, 'enrolment'],
  [
    'a code as it was typed',
    { config: { hub }, enrolment: { ...enrolment, code: 'aw76 pjsa d6hh k43d' } },
    'enrolment',
  ],
  [
    'a hub on this machine',
    { config: { hub }, enrolment: { ...enrolment, url: 'http://127.0.0.1:9465/enrol' } },
    'enrolment',
  ],
  ['a door that is one already', { config: { hub: { ...hub, door: 'k7m2qx9abc' }, room } }, 'hubDoor'],
])('%s will do', (_what, order, kind) => {
  expect(parsed(order)).toMatchObject({ ok: true, value: { kind } })
})

const both = 'with enrolment, config must have hub, and neither hub.door nor room: both come from the hub'
const noSecret = 'appSecret is not for a door with a hub: only the hub has it'

test.each<[what: string, order: object, sentence: string]>([
  ['an app secret beside a code', { config: { hub }, enrolment, appSecret: 'x' }, noSecret],
  [
    'an app secret at a door with a hub',
    { config: { hub: { ...hub, door: 'k7m2qx9abc' }, room }, appSecret: 'x' },
    noSecret,
  ],
  ['a room of IT’s', { config: { hub, room }, enrolment }, both],
  ['a door of IT’s', { config: { hub: { ...hub, door: 'mine' } }, enrolment }, both],
  ['a code without a hub', { config: { room }, enrolment }, both],
  ['no code and no door', { config: { hub, room } }, 'config.hub.door is missing'],
  [
    'a wrong rule',
    { config: { hub, checkIn: { graceMinutes: 500 } }, enrolment },
    'config.checkIn.graceMinutes is 500, and must be a whole number from 1 to 120',
  ],
  [
    'a broker in the clear',
    { config: { hub: { broker: 'mqtt://192.0.2.7' } }, enrolment },
    'config.hub.broker is "mqtt://192.0.2.7", and must be mqtts://HOST, or mqtt:// on this machine alone',
  ],
  [
    'a code in the clear',
    { config: { hub }, enrolment: { ...enrolment, url: 'http://hub.example/enrol' } },
    'enrolment.url must be https://HOST/enrol, or http: on this machine alone',
  ],
  [
    'what is no code',
    { config: { hub }, enrolment: { ...enrolment, code: 'AW76' } },
    'enrolment.code must be a code, as room-panel-hub enrol prints it',
  ],
  [
    'a fingerprint of no file',
    { config: { hub }, enrolment: { ...enrolment, caFingerprint: 'AB'.repeat(32) } },
    'enrolment.caFingerprint is of config.hub.caFile, which is missing',
  ],
  [
    'half a fingerprint',
    { config: { hub }, enrolment: { ...enrolment, caFingerprint: 'AB:CD' } },
    'enrolment.caFingerprint must be a SHA-256 fingerprint: 64 hexadecimal digits',
  ],
])('%s is refused, and the code is never repeated', (_what, order, sentence) => {
  const refused = parsed(order)
  expect(refused.ok ? [] : refused.error).toEqual([sentence])
})
