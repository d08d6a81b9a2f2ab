import { expect, test } from 'vitest'
import type { ConnectToBroker, OutgoingMessage } from '../../../engine/broker.ts'
import { createLine } from '../../../engine/line/line.ts'
import { fromTopic, pulseTopic, toTopic } from '../../../shared/line/topics.ts'
import { ok } from '../../../shared/result.ts'
import { seconds } from '../../../shared/time/time.ts'
import { createMemoryBroker } from '../../support/memory/memory-broker.ts'
import { createMemoryLog } from '../../support/memory/memory-log.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'

const message = (topic: string, payload: string): OutgoingMessage => ({
  topic,
  payload,
  qos: 1,
  retain: false,
})

/** A door and a witness at one broker. `chance` is that part of the longest pause which goes by before each try. */
async function aLine(chance = 0) {
  const clock = createVirtualClock()
  const broker = createMemoryBroker(clock)
  const client = (username: string): ConnectToBroker => {
    broker.accounts.set(username, { password: 'p', read: ['#'], write: ['#'] })
    const readPassword = async () => ok('p')
    const who = { url: 'mqtt://memory', clientId: username, username, readPassword }
    return broker.client({ ...who, sessionExpiry: seconds(60) })
  }
  const tries: number[] = []
  const counted: ConnectToBroker = (events) => {
    tries.push(clock.elapsed() / 1000)
    return client('door')(events)
  }
  const parts = { clock, log: createMemoryLog(), random: () => chance }
  const line = createLine({ ...parts, connect: counted })
  const witness = createLine({ ...parts, connect: client('witness') })
  await clock.advance(0)
  return { clock, broker, line, witness, tries }
}

test('what is subscribed to is delivered again after each loss', async () => {
  const { clock, broker, line, witness } = await aLine()
  const heard: string[] = []
  const stop = line.subscribe(toTopic('d', 'answer'), ({ payload }) => heard.push(payload))
  await clock.advance(0)
  await witness.publish(message(toTopic('d', 'answer'), 'one'))
  await clock.advance(0)
  broker.kill()
  broker.start()
  await clock.advance(seconds(1))
  await witness.publish(message(toTopic('d', 'answer'), 'two'))
  await witness.publish(message(pulseTopic, 'for others'))
  await clock.advance(0)
  expect(heard).toEqual(['one', 'two'])
  stop()
  await witness.publish(message(toTopic('d', 'answer'), 'three'))
  await clock.advance(0)
  expect(heard).toEqual(['one', 'two'])
})

test('what is subscribed to while the line connects is delivered, too', async () => {
  const { clock, broker, line, witness } = await aLine()
  broker.breakOff('door')
  const heard: string[] = []
  line.subscribe(toTopic('d', 'answer'), ({ payload }) => heard.push(payload))
  void Promise.resolve().then(() =>
    line.subscribe(toTopic('d', 'order'), ({ payload }) => heard.push(payload)),
  )
  await clock.advance(seconds(1))
  await witness.publish(message(toTopic('d', 'answer'), 'one'))
  await witness.publish(message(toTopic('d', 'order'), 'two'))
  await clock.advance(0)
  expect(heard).toEqual(['one', 'two'])
})

test('nothing is queued while there is no connection', async () => {
  const { clock, broker, line } = await aLine()
  broker.kill()
  expect(line.isConnected()).toBe(false)
  expect(await line.publish(message(fromTopic('d', 'ask'), 'end it'))).toBe('offline')
  broker.start()
  await clock.advance(seconds(1))
  expect(line.isConnected()).toBe(true)
  expect(await line.publish(message(fromTopic('d', 'ask'), 'end that'))).toBe('taken')
  expect(broker.taken.map(({ payload }) => payload)).toEqual(['end that'])
})

test('the pauses grow to a minute, and are short again after a connection', async () => {
  const { clock, broker, tries } = await aLine(1)
  broker.kill()
  await clock.advance(seconds(200))
  broker.start()
  await clock.advance(seconds(60))
  broker.breakOff('door')
  await clock.advance(seconds(30))
  expect(tries).toEqual([0, 30, 90, 150, 210, 290])
})

test('each change of the connection is told once', async () => {
  const { clock, broker, line } = await aLine()
  const told: boolean[] = []
  line.onConnection(() => told.push(line.isConnected()))
  broker.breakOff('door')
  await clock.advance(seconds(1))
  expect(told).toEqual([false, true])
})

test('a line that is closed connects no more', async () => {
  const { clock, broker, line, tries } = await aLine()
  await line.close()
  broker.kill()
  broker.start()
  await clock.advance(seconds(300))
  expect(tries).toEqual([0])
  expect(await line.publish(message(fromTopic('d', 'ask'), 'x'))).toBe('offline')
})

test.each(Array.from({ length: 24 }, (_, turns) => turns))(
  'what is subscribed to %d turns after the line began to connect is delivered, too',
  async (turns) => {
    const { broker, clock, witness } = await aLine()
    broker.accounts.set('late', { password: 'p', read: ['#'], write: ['#'] })
    const who = { url: 'mqtt://memory', clientId: 'late', username: 'late', sessionExpiry: 0 }
    const connect = broker.client({ ...who, readPassword: async () => ok('p') })
    const line = createLine({ connect, clock, log: createMemoryLog(), random: () => 0 })
    for (let turn = 0; turn < turns; turn++) {
      // oxlint-disable-next-line no-await-in-loop -- a turn of the microtask queue
      await Promise.resolve()
    }
    const heard: string[] = []
    line.subscribe(pulseTopic, ({ payload }) => heard.push(payload))
    await clock.advance(0)
    await witness.publish(message(pulseTopic, 'now'))
    await clock.advance(0)
    expect(heard).toEqual(['now'])
  },
)
