import { randomUUID } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest'
import { type Account, type Mosquitto, startMosquitto } from '../../../../build/services/mosquitto.ts'
import { freePort } from '../../../../build/services/free-port.ts'
import { lineProbes } from '../../../../engine/calendars/line/line-probe.ts'
import { createLine } from '../../../../engine/line/line.ts'
import { fingerprintIn, readAuthority } from '../../../../main/adapters/broker/authorities.ts'
import { mqttBroker } from '../../../../main/adapters/broker/mqtt-broker.ts'
import { createSystemClock } from '../../../../main/adapters/clock/system-clock.ts'
import { encodeMessage, parseMessage } from '../../../../shared/line/codec.ts'
import { type MessageKind, type LineMessage, messages } from '../../../../shared/line/messages.ts'
import { fromTopic, pulseTopic, toTopic } from '../../../../shared/line/topics.ts'
import { ok } from '../../../../shared/result.ts'
import { selfSigned } from '../../../support/self-signed.ts'
import { aView } from '../../../support/line/messages.ts'
import { createMemoryLog } from '../../../support/memory/memory-log.ts'
import { addDoorAccount, addHubAccount } from '../../../support/services/accounts.ts'

const door = 'door-a'
let plain: Mosquitto
let tls: Mosquitto
let account: Account
let hubAccount: Account
let caFile: string

beforeAll(async () => {
  const folder = await mkdtemp(join(tmpdir(), 'room-panel-ca-'))
  caFile = join(folder, 'ca.pem')
  await writeFile(caFile, selfSigned.cert)
  ;[plain, tls] = await Promise.all([startMosquitto(), startMosquitto({ tls: selfSigned })])
  account = await addDoorAccount(plain, door)
  hubAccount = await addHubAccount(plain)
  return () => rm(folder, { recursive: true })
}, 60_000)
afterAll(() => Promise.all([plain.remove(), tls.remove()]))

/** A probe of the line as it is at a door. */
function aProbe(broker: string, password: string, authority?: string) {
  const clock = createSystemClock()
  const probes = lineProbes({
    clock,
    newId: randomUUID,
    brokerFor: (hub, client) =>
      mqttBroker({ ...client, url: hub.broker, readAuthority: readAuthority(authority) }),
  })
  return { clock, ...probes({ broker, door }, async () => ok(password)) }
}

/** A hub that has told the door of its room, and lives. */
async function aHub() {
  const clock = createSystemClock()
  const line = createLine({
    clock,
    log: createMemoryLog(),
    random: () => 0,
    connect: mqttBroker({
      url: plain.url,
      clientId: 'hub',
      username: hubAccount.username,
      readPassword: async () => ok(hubAccount.password),
      sessionExpiry: 0,
    }),
  })
  const say = (kind: MessageKind, topic: string, message: LineMessage<MessageKind>) => {
    const payload = encodeMessage(message)
    return payload.ok ? line.publish({ ...messages[kind], topic, payload: payload.value }) : expect.fail()
  }
  line.subscribe(fromTopic(door, 'ask'), ({ payload }) => {
    const ask = parseMessage('ask', payload)
    if (!ask.ok) throw new Error(payload)
    void say('answer', toTopic(door, 'answer'), {
      v: 1,
      re: ask.value.id,
      outcome: { kind: 'time', at: clock.now() },
    })
  })
  await new Promise<void>((resolve) => line.onConnection(resolve))
  await say('room', toTopic(door, 'room'), aView())
  let cancel = (): void => undefined
  const beat = (): void => {
    void say('pulse', pulseTopic, { v: 1, epoch: 7, time: clock.now() })
    cancel = clock.after(100, beat)
  }
  beat()
  onTestFinished(async () => {
    cancel()
    await line.close()
  })
}

test('hears the hub, its view and the time', async () => {
  await aHub()
  const { listen, clock } = aProbe(plain.url, account.password)
  expect(clock.error()).toBe(Infinity)
  expect(await listen()).toEqual(ok({ epoch: 7, view: aView() }))
  expect(clock.error()).toBeLessThan(10_000)
})

test('says that the broker does not let it in', async () => {
  expect(await aProbe(plain.url, 'another').listen()).toMatchObject({ error: { code: 'denied' } })
})

test('says that nobody listens', async () => {
  const url = `mqtt://127.0.0.1:${await freePort()}`
  expect(await aProbe(url, 'x').listen()).toEqual({
    ok: false,
    error: { code: 'unreachable', detail: 'ECONNREFUSED' },
  })
})

test('trusts a broker by the authority’s file, and by that alone', async () => {
  expect(await aProbe(tls.url, 'x', caFile).listen()).toMatchObject({ error: { code: 'denied' } })
  expect(await aProbe(tls.url, 'x').listen()).toEqual({
    ok: false,
    error: { code: 'notTrusted', detail: 'DEPTH_ZERO_SELF_SIGNED_CERT' },
  })
})

test('a certificate’s file has a fingerprint, and another file none', async () => {
  expect(await fingerprintIn(caFile)).toEqual(ok(expect.stringMatching(/^([\dA-F]{2}:){31}[\dA-F]{2}$/)))
  expect((await fingerprintIn(import.meta.filename)).ok).toBe(false)
  expect((await fingerprintIn(`${caFile}.missing`)).ok).toBe(false)
})

test('without a file the system’s authorities count, and where they are not found, Node’s own', async () => {
  expect((await readAuthority('/nowhere.pem')()).ok).toBe(false)
  expect(await readAuthority(undefined, caFile)()).toEqual(ok(selfSigned.cert))
  expect(await readAuthority(undefined, '/nowhere.pem')()).toEqual(
    ok(expect.stringContaining('BEGIN CERTIFICATE')),
  )
})
