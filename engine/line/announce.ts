import type { Presence } from '../../shared/line/door-messages.ts'
import { messages } from '../../shared/line/messages.ts'
import { fromTopic, lineVersion } from '../../shared/line/topics.ts'
import { seconds } from '../../shared/time/time.ts'
import type { BrokerClient, OutgoingMessage } from '../broker.ts'
import type { Line } from './line.ts'

/** The message that this run of the program is there, and its will, which the broker publishes once the program is gone. */
export interface Announcement {
  readonly birth: OutgoingMessage
  readonly will: NonNullable<BrokerClient['will']>
}

/** A door that is back so soon was not gone, ms. */
const willDelay = seconds(10)

/** `session`: new at each start of the program. `program`: its version. */
export function announcementOf(door: string, session: string, program: string): Announcement {
  const presence = (on: boolean): OutgoingMessage => {
    const said: Presence = { v: lineVersion, session, on, version: program }
    return { ...messages.presence, topic: fromTopic(door, 'presence'), payload: JSON.stringify(said) }
  }
  return { birth: presence(true), will: { ...presence(false), willDelay } }
}

/**
 * Says so at each connection: a broker that was started anew has lost it. Returns the function that says the
 * contrary, because a broker publishes no will of a client that takes leave.
 */
export function announce(line: Line, { birth, will }: Announcement): () => Promise<void> {
  const say = (): void => {
    if (line.isConnected()) void line.publish(birth)
  }
  say()
  const stop = line.onConnection(say)
  return async () => {
    stop()
    const { willDelay: _, ...farewell } = will
    await line.publish(farewell)
  }
}
