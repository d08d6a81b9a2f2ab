import { isMatch } from '../../shared/line/topic-filter.ts'
import type { IncomingMessage, OutgoingMessage, Published } from '../broker.ts'
import type { Cancel } from '../ports.ts'
import { keepConnected, type KeepConnectedParts } from './keep-connected.ts'

/** The way to the broker, which is restored whenever it breaks. Never throws. */
export interface Line {
  /**
   * Sends now or not at all (`offline`): a message that waited for the connection would come when nobody
   * expects it any more. After `unsure` it is not repeated.
   */
  readonly publish: (message: OutgoingMessage) => Promise<Published | 'offline'>
  /**
   * Takes messages to matching topics, also after each new connection. Returns the function that ends it. A
   * broker may deliver a message once for each filter that it matches, so filters are not to overlap.
   */
  readonly subscribe: (filter: string, take: (message: IncomingMessage) => void) => Cancel
  readonly isConnected: () => boolean
  /** Calls `run` after each connection and each loss of it. By then all subscriptions are in force again. */
  readonly onConnection: (run: () => void) => Cancel
  /** Takes leave, and connects no more. */
  readonly close: () => Promise<void>
}

export type LineParts = Omit<KeepConnectedParts, 'filters' | 'onMessage' | 'onChange'>

interface Subscription {
  readonly filter: string
  readonly take: (message: IncomingMessage) => void
}

/** Begins to connect at once. */
export function createLine(parts: LineParts): Line {
  const subscriptions = new Set<Subscription>()
  const listeners = new Set<() => void>()
  const { current, close } = keepConnected({
    ...parts,
    filters: () => new Set([...subscriptions].map(({ filter }) => filter)),
    onMessage: (message) => {
      for (const { filter, take } of subscriptions) if (isMatch(filter, message.topic)) take(message)
    },
    onChange: () => listeners.forEach((run) => run()),
  })
  return {
    publish: async (message) => current()?.publish(message) ?? 'offline',
    subscribe: (filter, take) => {
      const subscription = { filter, take }
      subscriptions.add(subscription)
      void current()?.subscribe(filter)
      return () => subscriptions.delete(subscription)
    },
    isConnected: () => current() !== undefined,
    onConnection: (run) => {
      listeners.add(run)
      return () => listeners.delete(run)
    },
    close,
  }
}
