import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest'
import type {
  BrokerClient,
  BrokerConnection,
  ConnectionEvents,
  IncomingMessage,
  OutgoingMessage,
} from '../../../../engine/broker.ts'
import { picture } from '../../../../shared/line/messages.ts'
import { fromTopic, pulseTopic, toTopic } from '../../../../shared/line/topics.ts'
import { err, ok } from '../../../../shared/result.ts'
import { seconds } from '../../../../shared/time/time.ts'
import { type BrokerWorld, inMemory, onMosquitto } from './broker-worlds.ts'

const message = (topic: string, payload: string, over: Partial<OutgoingMessage> = {}): OutgoingMessage => ({
  topic,
  payload,
  qos: 1,
  retain: false,
  ...over,
})

describe.each([
  ['in memory', inMemory],
  ['Mosquitto', onMosquitto],
])('a broker: %s', (_name, begin) => {
  let world: BrokerWorld
  beforeAll(async () => {
    world = await begin()
  })
  afterAll(() => world.remove())

  /** A connection, and all that has come of it. */
  const connected = async (username: string, over: Partial<BrokerClient> = {}) => {
    const heard: IncomingMessage[] = []
    let closings = 0
    const events: ConnectionEvents = {
      onMessage: (one) => heard.push(one),
      onClose: () => void (closings += 1),
    }
    const opened = await world.connectAs(username, over)(events)
    const connection: BrokerConnection = opened.ok ? opened.value : expect.fail(String(opened.error.cause))
    onTestFinished(connection.end)
    const payloads = (): readonly string[] => heard.map(({ payload }) => payload)
    return {
      ...connection,
      heard,
      payloads,
      closings: () => closings,
      /** What it has heard, once that is so many. */
      hearing: async (count: number): Promise<readonly string[]> => {
        await world.until(() => heard.length >= count)
        return payloads()
      },
    }
  }

  test('a message comes to who wants it, once it was taken', async () => {
    const [hub, door] = [await connected('hub'), await connected('door-a')]
    expect(await door.subscribe(toTopic('door-a', 'answer'))).toBe(true)
    expect(await hub.publish(message(toTopic('door-a', 'answer'), 'one'))).toBe('taken')
    expect(await hub.publish(message(toTopic('door-b', 'answer'), 'not for this door'))).toBe('taken')
    expect(await hub.publish(message(toTopic('door-a', 'answer'), 'two', { qos: 0 }))).toBe('taken')
    expect(await door.hearing(2)).toEqual(['one', 'two'])
    expect(door.heard[0]?.isRetained).toBe(false)
  })

  test('a picture comes as the bytes that it is, with what it answers', async () => {
    const [hub, door] = [await connected('hub'), await connected('door-a')]
    await hub.subscribe(fromTopic('door-a', 'picture'))
    const jpeg = Uint8Array.from({ length: picture.longest }, (_, index) => (index * 7) % 256)
    const sent = { ...picture, topic: fromTopic('door-a', 'picture'), payload: jpeg, correlation: 'order-1' }
    expect(await door.publish(sent)).toBe('taken')
    await hub.hearing(1)
    expect(hub.heard[0]?.correlation).toBe('order-1')
    expect(Buffer.compare(hub.heard[0]?.bytes ?? new Uint8Array(), jpeg)).toBe(0)
  })

  test('messages to one door come in the order in which they were sent', async () => {
    const [hub, door] = [await connected('hub'), await connected('door-a')]
    await door.subscribe('rp/1/door/door-a/to/#')
    const sent = Array.from({ length: 40 }, (_, index) => String(index))
    void Promise.all(
      sent.map((text, index) =>
        hub.publish(message(toTopic('door-a', index % 2 ? 'answer' : 'order'), text)),
      ),
    )
    expect(await door.hearing(sent.length)).toEqual(sent)
  })

  test('the last retained message comes at once, and is marked as that', async () => {
    const hub = await connected('hub')
    await hub.publish(message(toTopic('door-a', 'room'), 'old', { retain: true }))
    await hub.publish(message(toTopic('door-a', 'room'), 'new', { retain: true }))
    const door = await connected('door-a')
    await door.subscribe(toTopic('door-a', 'room'))
    expect(await door.hearing(1)).toEqual(['new'])
    expect(door.heard).toEqual([
      { topic: toTopic('door-a', 'room'), payload: 'new', bytes: Buffer.from('new'), isRetained: true },
    ])
    await hub.publish(message(toTopic('door-a', 'room'), 'newer', { retain: true }))
    expect(await door.hearing(2)).toEqual(['new', 'newer'])
    expect(door.heard[1]?.isRetained).toBe(false)
  })

  test('a message with an expiry says how much of it is left', async () => {
    const [hub, door] = [await connected('hub'), await connected('door-a')]
    await hub.publish(message(toTopic('door-a', 'room'), 'kept', { retain: true, expiry: 60_000 }))
    await door.subscribe(toTopic('door-a', 'room'))
    expect(await door.hearing(1)).toEqual(['kept'])
    expect(door.heard[0]?.expiresIn).toBeGreaterThan(50_000)
    expect(door.heard[0]?.expiresIn).toBeLessThanOrEqual(60_000)
  })

  test('a door writes in its own name alone', async () => {
    const [hub, door] = [await connected('hub'), await connected('door-a')]
    await hub.subscribe('rp/1/door/+/from/ask')
    expect(await door.publish(message(fromTopic('door-b', 'ask'), 'in another’s name'))).toBe('refused')
    expect(await door.publish(message(toTopic('door-a', 'answer'), 'as the hub'))).toBe('refused')
    expect(await door.publish(message(pulseTopic, 'as the hub'))).toBe('refused')
    expect(await door.publish(message(fromTopic('door-a', 'ask'), 'in its own'))).toBe('taken')
    expect(await hub.hearing(1)).toEqual(['in its own'])
  })

  test('a door hears nothing of another one, whatever it subscribes to', async () => {
    const [hub, door] = [await connected('hub'), await connected('door-b')]
    for (const filter of [toTopic('door-a', 'answer'), 'rp/1/door/+/to/#', 'rp/1/door/+/from/#', pulseTopic])
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      await door.subscribe(filter)
    const other = await connected('door-a')
    await other.publish(message(fromTopic('door-a', 'ask'), 'another’s ask'))
    await hub.publish(message(toTopic('door-a', 'answer'), 'another’s answer'))
    await hub.publish(message(pulseTopic, 'for all', { qos: 0 }))
    expect(await door.hearing(1)).toEqual(['for all'])
  })

  test('nobody gets in with a wrong password, or without one', async () => {
    const events: ConnectionEvents = { onMessage: () => undefined, onClose: () => expect.fail('it was open') }
    for (const readPassword of [async () => ok('wrong'), async () => err('missing')]) {
      // oxlint-disable-next-line no-await-in-loop -- one after the other
      const opened = await world.connectAs('door-a', { readPassword })(events)
      expect(!opened.ok && opened.error.code).toBe('denied')
    }
  })

  test('a connection that breaks says so once, and sends no more', async () => {
    const door = await connected('door-a')
    world.cut()
    await world.until(() => door.closings() > 0)
    expect(await door.publish(message(fromTopic('door-a', 'ask'), 'too late'))).toBe('unsure')
    expect(await door.subscribe(toTopic('door-a', 'room'))).toBe(false)
    await door.end()
    expect(door.closings()).toBe(1)
  })

  test('a client that comes back hears what was said meanwhile, if the broker keeps its session', async () => {
    const kept = { sessionExpiry: seconds(60) }
    const door = await connected('door-a', kept)
    await door.subscribe(toTopic('door-a', 'answer'))
    world.cut()
    await world.until(() => door.closings() > 0)
    const hub = await connected('hub')
    await hub.publish(message(toTopic('door-a', 'answer'), 'meanwhile'))
    const again = await connected('door-a', kept)
    expect(await again.hearing(1)).toEqual(['meanwhile'])
    await again.end()
    const anew = await connected('door-a')
    await hub.publish(message(toTopic('door-a', 'answer'), 'to nobody'))
    await anew.subscribe(toTopic('door-a', 'order'))
    await hub.publish(message(toTopic('door-a', 'order'), 'to the new one'))
    expect(await anew.hearing(1)).toEqual(['to the new one'])
  })

  const willOf = (door: string, payload: string, willDelay: number): Partial<BrokerClient> => ({
    will: { ...message(fromTopic(door, 'presence'), payload), willDelay },
    sessionExpiry: seconds(60),
  })

  test('who comes back in time has no will, and who takes leave has none either', async () => {
    const [first, leaving] = [
      await connected('door-a', willOf('door-a', 'came back', seconds(1))),
      await connected('door-b', willOf('door-b', 'took leave', 0)),
    ]
    await leaving.end()
    world.cut()
    await world.until(() => first.closings() > 0)
    await connected('door-a', willOf('door-a', 'came back', seconds(1)))
    const hub = await connected('hub')
    await hub.subscribe('rp/1/door/+/from/presence')
    const last = await connected('door-b', willOf('door-b', 'is gone', seconds(2)))
    world.cut()
    await world.until(() => last.closings() > 0)
    const witness = await connected('hub')
    await witness.subscribe('rp/1/door/+/from/presence')
    await connected('door-a', willOf('door-a', 'came back', seconds(50)))
    expect(await witness.hearing(1)).toEqual(['is gone'])
    expect(hub.payloads()).toEqual([])
  })

  test('a will is published when its time has come', async () => {
    const door = await connected('door-a', willOf('door-a', 'gone', seconds(1)))
    world.cut()
    await world.until(() => door.closings() > 0)
    const hub = await connected('hub')
    await hub.subscribe(fromTopic('door-a', 'presence'))
    expect(await hub.hearing(1)).toEqual(['gone'])
  })

  test('the later of two with one identity throws the earlier one out', async () => {
    const first = await connected('door-b')
    const second = await connected('door-b')
    await world.until(() => first.closings() > 0)
    expect([first.closings(), second.closings()]).toEqual([1, 0])
  })
})
