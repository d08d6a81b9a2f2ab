import type {
  BrokerClient,
  BrokerConnection,
  ConnectionEvents,
  ConnectToBroker,
  OutgoingMessage,
} from '../../../engine/broker.ts'
import type { Cancel, Clock } from '../../../engine/ports.ts'
import { isMatch } from '../../../shared/line/topic-filter.ts'
import { err, ok } from '../../../shared/result.ts'

/** What an account may do, by filters. */
export interface MemoryAccount {
  readonly password: string
  readonly read: readonly string[]
  readonly write: readonly string[]
}

/** A message as the broker took it. */
interface Taken extends OutgoingMessage {
  readonly payload: string
  readonly bytes: Uint8Array
}

interface Kept extends Taken {
  readonly at: number
}

/** A message that a client was given, with when it was sent and given by the monotonic clock, ms. */
export interface Delivered {
  readonly to: string
  readonly topic: string
  readonly payload: string
  readonly sentAt: number
  readonly at: number
}

/** What the broker remembers of a client, connected or not. */
interface Session {
  readonly client: BrokerClient
  readonly filters: Set<string>
  readonly waiting: Kept[]
  events: ConnectionEvents | undefined
  cancelExpiry: Cancel | undefined
  cancelWill: Cancel | undefined
}

/** A broker in memory that does what the line needs of MQTT 5, in virtual time. */
export function createMemoryBroker(clock: Clock) {
  const accounts = new Map<string, MemoryAccount>()
  const sessions = new Map<string, Session>()
  const retained = new Map<string, Kept>()
  const broker = {
    accounts,
    isDown: false,
    /** Whether a message of quality 1 is delivered twice, as the protocol allows. */
    doubles: () => false,
    /** How late a message is delivered, ms; undefined if it is lost. */
    lateness: (_topic: string): number | undefined => 0,
    /** Everything that the broker took, in order. */
    taken: [] as Taken[],
    /** What it has delivered since it was told to note that. */
    delivered: undefined as Delivered[] | undefined,
    client: (client: BrokerClient): ConnectToBroker => {
      return async (events) => {
        const password = await client.readPassword()
        if (broker.isDown) return err({ code: 'unreachable', cause: new Error('The broker is down') })
        const isLetIn = password.ok && accounts.get(client.username)?.password === password.value
        if (!isLetIn) return err({ code: 'denied', cause: new Error('Not authorized') })
        return ok(connectionOf(begin(client, events), events))
      }
    },
    /** The client is gone without having taken leave. */
    breakOff: (clientId: string): void => lose(sessions.get(clientId), true),
    /** The broker dies, and forgets everything but its accounts. */
    kill: (): void => {
      broker.isDown = true
      for (const session of sessions.values()) {
        session.cancelWill?.()
        lose(session, false)
      }
      sessions.clear()
      retained.clear()
    },
    start: (): void => void (broker.isDown = false),
  }

  const isYoung = ({ expiry, at }: Kept): boolean => expiry === undefined || clock.elapsed() - at < expiry
  const expiresIn = ({ expiry, at }: Kept) =>
    expiry === undefined ? {} : { expiresIn: expiry - (clock.elapsed() - at) }
  const mayRead = ({ client }: Session, topic: string): boolean =>
    accounts.get(client.username)?.read.some((filter) => isMatch(filter, topic)) === true

  /** Delivers later, as a network does. */
  const deliver = (session: Session, message: Kept, isRetained: boolean): void => {
    const { topic, payload, bytes, correlation } = message
    if (!mayRead(session, topic)) return
    if (session.events === undefined) {
      if (message.qos === 1) session.waiting.push(message)
      return
    }
    const { onMessage } = session.events
    const before = session.events
    const times = message.qos === 1 && broker.doubles() ? 2 : 1
    const late = broker.lateness(topic)
    if (late === undefined) return
    const hand = (): void => {
      for (let time = 0; time < times; time++) {
        if (session.events !== before) return
        const { clientId: to } = session.client
        broker.delivered?.push({ to, topic, payload, sentAt: message.at, at: clock.elapsed() })
        onMessage({
          topic,
          payload,
          bytes,
          isRetained,
          ...(correlation !== undefined && { correlation }),
          ...expiresIn(message),
        })
      }
    }
    if (late === 0) queueMicrotask(hand)
    else clock.after(late, hand)
  }
  const take = (sent: OutgoingMessage): void => {
    const bytes = Buffer.from(sent.payload)
    const message = { ...sent, payload: bytes.toString('utf8'), bytes }
    const kept = { ...message, at: clock.elapsed() }
    broker.taken.push(message)
    if (message.retain && message.payload === '') retained.delete(message.topic)
    else if (message.retain) retained.set(message.topic, kept)
    for (const session of sessions.values())
      if ([...session.filters].some((filter) => isMatch(filter, message.topic))) deliver(session, kept, false)
  }
  const lose = (session: Session | undefined, hasWill: boolean): void => {
    if (session?.events === undefined) return
    const { client, events } = session
    const { will } = client
    session.events = undefined
    if (will !== undefined && hasWill) session.cancelWill = clock.after(will.willDelay, () => take(will))
    session.cancelExpiry = clock.after(client.sessionExpiry, () => forget(session))
    events.onClose()
  }
  const forget = (session: Session): void => {
    if (sessions.get(session.client.clientId) === session) sessions.delete(session.client.clientId)
  }
  const begin = (client: BrokerClient, events: ConnectionEvents): Session => {
    const known = sessions.get(client.clientId)
    lose(known, true)
    const isKept = known !== undefined && client.sessionExpiry > 0
    known?.cancelExpiry?.()
    known?.cancelWill?.()
    const session: Session = {
      client,
      filters: isKept ? known.filters : new Set(),
      waiting: [],
      events,
      cancelExpiry: undefined,
      cancelWill: undefined,
    }
    sessions.set(client.clientId, session)
    if (isKept) for (const message of known.waiting.filter(isYoung)) deliver(session, message, false)
    return session
  }
  const connectionOf = (session: Session, events: ConnectionEvents): BrokerConnection => ({
    publish: async (message) => {
      if (session.events !== events) return 'unsure'
      const { write = [] } = accounts.get(session.client.username) ?? {}
      if (!write.some((filter) => isMatch(filter, message.topic))) return 'refused'
      take(message)
      return 'taken'
    },
    subscribe: async (filter) => {
      if (session.events !== events) return false
      session.filters.add(filter)
      for (const [topic, message] of retained)
        if (isMatch(filter, topic) && isYoung(message)) deliver(session, message, true)
      return true
    },
    end: async () => {
      if (session.events !== events) return
      session.events = undefined
      session.cancelExpiry = clock.after(session.client.sessionExpiry, () => forget(session))
    },
  })
  return broker
}

export type MemoryBroker = ReturnType<typeof createMemoryBroker>
