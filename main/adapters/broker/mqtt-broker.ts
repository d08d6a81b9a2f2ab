import { connect, type IClientOptions, type MqttClient } from 'mqtt'
import type {
  BrokerClient,
  BrokerConnection,
  BrokerFault,
  ConnectionEvents,
  ConnectToBroker,
  OutgoingMessage,
  Published,
} from '../../../engine/broker.ts'
import { err, ok, type Result } from '../../../shared/result.ts'

/** How long to wait for the broker's answer to a connection, ms. */
const patience = 10_000

/**
 * Seconds. The broker misses a client after one and a half times that. With the delay of its will a dead door
 * is known after 40 s.
 */
const keepalive = 20

/** Bytes: no message to a door or to the hub is longer, but for pictures. */
const longestPacket = 600 * 1024

/** Reason codes of MQTT 5, 3.2.2.2: bad user name or password, not authorized, banned. */
const denials: readonly unknown[] = [0x86, 0x87, 0x8a]
/** The reason code of a PUBACK for a topic that this account may not write. MQTT 5, 3.4.2.1. */
const notAuthorized = 0x87

/**
 * A broker that speaks MQTT 5. Each connection is a client of its own: mqtt.js keeps unacknowledged messages
 * of a broken connection and sends them again later, when no caller expects them any more.
 */
export const mqttBroker =
  (who: BrokerClient): ConnectToBroker =>
  async (events) => {
    const password = await who.readPassword()
    if (!password.ok) return err({ code: 'denied', cause: password.error })
    const authority = await who.readAuthority?.()
    if (authority?.ok === false) return err({ code: 'unreachable', cause: authority.error })
    const client = connect(who.url, {
      ...optionsFor(who, password.value),
      ...(authority && { ca: authority.value }),
    })
    client.on('message', (topic, payload, { retain, properties }) => {
      const left = properties?.messageExpiryInterval
      const correlation = properties?.correlationData?.toString('utf8')
      events.onMessage({
        topic,
        payload: payload.toString('utf8'),
        bytes: payload,
        isRetained: retain,
        ...(correlation !== undefined && { correlation }),
        ...(left !== undefined && { expiresIn: left * 1000 }),
      })
    })
    return opened(client, events)
  }

const optionsFor = (
  { clientId, username, will, sessionExpiry }: BrokerClient,
  password: string,
): IClientOptions => ({
  protocolVersion: 5,
  clientId,
  username,
  password,
  keepalive,
  clean: sessionExpiry === 0,
  reconnectPeriod: 0,
  connectTimeout: patience,
  resubscribe: false,
  properties: { sessionExpiryInterval: sessionExpiry / 1000, maximumPacketSize: longestPacket },
  ...(will && {
    will: {
      topic: will.topic,
      payload: Buffer.from(will.payload),
      qos: will.qos,
      retain: will.retain,
      properties: { willDelayInterval: will.willDelay / 1000 },
    },
  }),
})

/** The connection, once the broker has accepted or refused it. */
const opened = (
  client: MqttClient,
  { onClose }: ConnectionEvents,
): Promise<Result<BrokerConnection, BrokerFault>> =>
  new Promise((resolve) => {
    let isOpen = false
    let cause: unknown = new Error('The broker closed the connection')
    client.once('connect', () => {
      isOpen = true
      resolve(ok(connectionOver(client)))
    })
    client.on('error', (error) => void (cause = error))
    client.once('close', () => {
      client.end(true)
      if (isOpen) return onClose()
      resolve(err({ code: denials.includes(codeOf(cause)) ? 'denied' : 'unreachable', cause }))
    })
  })

function connectionOver(client: MqttClient): BrokerConnection {
  /** Gives up the messages that still wait for the broker's answer. */
  const waiting = new Set<() => void>()
  let isOver = false
  const finish = (): void => {
    isOver = true
    for (const giveUp of waiting) giveUp()
  }
  client.once('close', finish)

  const answered = <T>(begin: (settle: (result: T) => void) => void, ifOver: T): Promise<T> =>
    new Promise((resolve) => {
      if (isOver) return resolve(ifOver)
      const giveUp = (): void => resolve(ifOver)
      waiting.add(giveUp)
      begin((result) => {
        waiting.delete(giveUp)
        resolve(result)
      })
    })

  return {
    publish: (message) =>
      answered<Published>((settle) => {
        client.publish(message.topic, Buffer.from(message.payload), publishOptions(message), (error) =>
          settle(error === null || error === undefined ? 'taken' : publishedBy(error)),
        )
      }, 'unsure'),
    subscribe: (filter) =>
      answered<boolean>((settle) => {
        client.subscribe(filter, { qos: 1 }, (error) => settle(error === null))
      }, false),
    end: async () => {
      if (isOver) return
      client.removeAllListeners('close')
      finish()
      await client.endAsync()
    },
  }
}

const publishOptions = ({ qos, retain, expiry, correlation }: OutgoingMessage) => ({
  qos,
  retain,
  properties: {
    ...(expiry !== undefined && { messageExpiryInterval: Math.ceil(expiry / 1000) }),
    ...(correlation !== undefined && { correlationData: Buffer.from(correlation) }),
  },
})

const publishedBy = (error: unknown): Published => (codeOf(error) === notAuthorized ? 'refused' : 'unsure')

const codeOf = (error: unknown): unknown =>
  typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined
