import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import type { BrokerConnection } from '../../../engine/broker.ts'
import { createLine, type Line } from '../../../engine/line/line.ts'
import type { BrokerAnswer } from '../../../hub/broker/broker-admin.ts'
import { createPluginControl } from '../../../hub/broker/plugin-control.ts'
import { createDynamicSecurity } from '../../../hub/broker/dynamic-security.ts'
import { mqttBroker } from '../../../main/adapters/broker/mqtt-broker.ts'
import { createSystemClock } from '../../../main/adapters/clock/system-clock.ts'
import { fromTopic, pulseTopic, siteTopic, toTopic } from '../../../shared/line/topics.ts'
import { ok } from '../../../shared/result.ts'
import { createMemoryLog } from '../../support/memory/memory-log.ts'
import { type Account, type Mosquitto, startMosquitto } from '../../../build/services/mosquitto.ts'

let mosquitto: Mosquitto
let hub: Line
let firstTime: Awaited<BrokerAnswer>
const clock = createSystemClock()
const closings: (() => Promise<void>)[] = []
const done = { ok: true, value: undefined }

const connectorFor = ({ username, password }: Account) =>
  mqttBroker({
    url: mosquitto.url,
    clientId: username,
    username,
    readPassword: async () => ok(password),
    sessionExpiry: 0,
  })

async function lineOf(account: Account): Promise<Line> {
  const line = createLine({
    connect: connectorFor(account),
    clock,
    log: createMemoryLog(),
    random: () => 0.01,
  })
  await new Promise<void>((resolve) => line.onConnection(resolve))
  return line
}

const adminOver = (line: Line) =>
  createDynamicSecurity(createPluginControl(line, clock), mosquitto.admin.username)

/** A door's connection with this password, and what it hears; `undefined` if the broker does not let it in. */
async function enter(door: string, password: string) {
  const heard: string[] = []
  let isOpen = true
  const connected = await connectorFor({ username: door, password })({
    onMessage: ({ topic, payload }) => heard.push(`${topic} ${payload}`),
    onClose: () => void (isOpen = false),
  })
  if (!connected.ok) return connected.error.code
  closings.push(connected.value.end)
  return { connection: connected.value, heard, isOpen: () => isOpen }
}

async function entered(door: string, password: string) {
  const found = await enter(door, password)
  return typeof found === 'string' ? expect.fail(found) : found
}

const say = (speaker: Line | BrokerConnection, topic: string, payload = 'x', retain = false) =>
  speaker.publish({ topic, payload, qos: 1, retain })

beforeAll(async () => {
  mosquitto = await startMosquitto()
  hub = await lineOf(mosquitto.admin)
  // It changes the rights of the account that asks, so that the broker ends its connection.
  const isConnected = new Promise<void>((resolve) => hub.onConnection(() => hub.isConnected() && resolve()))
  firstTime = await adminOver(hub).prepare()
  await isConnected
})
afterEach(async () => {
  await Promise.all(closings.splice(0).map((close) => close()))
})
afterAll(async () => {
  await hub.close()
  await mosquitto.remove()
})

test('the hub’s own account gets its rights once, and what it says is taken from then on', async () => {
  expect(firstTime).toMatchObject({ error: { code: 'unreachable' } })
  expect(await adminOver(hub).prepare()).toEqual(done)
  expect(hub.isConnected()).toBe(true)
  expect(await say(hub, pulseTopic)).toBe('taken')
  expect(await say(hub, fromTopic('door-a', 'ask'))).toBe('refused')
})

test('a door is delivered its own topics and the pulse, whatever it subscribes to', async () => {
  const admin = adminOver(hub)
  for (const door of ['door-a', 'door-b']) expect(await admin.admit(door, door)).toEqual(done)
  await say(hub, toTopic('door-b', 'room'), 'retained', true)
  const { connection, heard } = await entered('door-a', 'door-a')
  const sought = [
    '#',
    '+/+/#',
    'rp/1/door/+/to/#',
    'rp/1/door/door-b/#',
    'rp/1/site/#',
    '$SYS/#',
    '$CONTROL/#',
  ]
  for (const filter of [...sought, 'rp/1/door/door-a/#']) await connection.subscribe(filter)
  for (const filter of ['rp/1/door/door-a/to/#', pulseTopic]) await connection.subscribe(filter)
  const foreign = [toTopic('door-b', 'answer'), siteTopic('room-1')]
  for (const topic of [...foreign, pulseTopic, toTopic('door-a', 'answer')]) await say(hub, topic)
  await expect.poll(() => heard).toContain(`${toTopic('door-a', 'answer')} x`)
  expect([...new Set(heard)]).toEqual([`${pulseTopic} x`, `${toTopic('door-a', 'answer')} x`])
})

test('a door can say something in its own topics alone', async () => {
  const admin = adminOver(hub)
  for (const door of ['door-a', 'door-b']) expect(await admin.admit(door, door)).toEqual(done)
  const heard: string[] = []
  const takes = [...['ask', 'event'].map((what) => `rp/1/door/+/from/${what}`), pulseTopic]
  closings.push(
    ...takes.map((filter) => {
      const stop = hub.subscribe(filter, ({ topic }) => heard.push(topic))
      return async () => stop()
    }),
  )
  const { connection } = await entered('door-a', 'door-a')
  const foreign = [
    fromTopic('door-b', 'ask'),
    toTopic('door-b', 'room'),
    toTopic('door-a', 'room'),
    pulseTopic,
    siteTopic('room-1'),
    '$CONTROL/dynamic-security/v1',
  ]
  for (const topic of foreign) expect(await say(connection, topic)).toBe('refused')
  expect(await say(connection, fromTopic('door-a', 'ask'))).toBe('taken')
  await expect.poll(() => heard).toEqual([fromTopic('door-a', 'ask')])
})

test('another password ends the connection with the old one, which lets nobody in any more', async () => {
  const admin = adminOver(hub)
  await admin.admit('door-a', 'old')
  const { isOpen } = await entered('door-a', 'old')
  expect(await admin.setPassword('door-a', 'new')).toEqual(done)
  await expect.poll(isOpen).toBe(false)
  expect(await enter('door-a', 'old')).toBe('denied')
  await entered('door-a', 'new')
})

test('a door that is admitted again has a new account, and one that is removed has none', async () => {
  const admin = adminOver(hub)
  await admin.admit('door-a', 'first')
  expect(await admin.admit('door-a', 'second')).toEqual(done)
  expect(await enter('door-a', 'first')).toBe('denied')
  const { isOpen } = await entered('door-a', 'second')
  expect(await admin.remove('door-a')).toEqual(done)
  await expect.poll(isOpen).toBe(false)
  expect(await enter('door-a', 'second')).toBe('denied')
  expect(await admin.remove('door-a')).toEqual(done)
  expect(await admin.setPassword('door-a', 'third')).toMatchObject({ error: { code: 'refused' } })
})

test('a door can’t make accounts', async () => {
  await adminOver(hub).admit('door-a', 'door-a')
  const line = await lineOf({ username: 'door-a', password: 'door-a' })
  closings.push(line.close)
  expect(await adminOver(line).admit('door-x', 'x')).toMatchObject({ error: { code: 'refused' } })
  expect(await enter('door-x', 'x')).toBe('denied')
})

test('a broker that is away is named, and found again, with all accounts', async () => {
  const admin = adminOver(hub)
  await admin.admit('door-a', 'door-a')
  await mosquitto.kill()
  await expect.poll(hub.isConnected).toBe(false)
  expect(await admin.admit('door-b', 'x')).toMatchObject({ error: { code: 'unreachable' } })
  await mosquitto.start()
  await expect.poll(hub.isConnected).toBe(true)
  await entered('door-a', 'door-a')
  expect(await admin.prepare()).toEqual(done)
  expect(await admin.admit('door-b', 'door-b')).toEqual(done)
})
