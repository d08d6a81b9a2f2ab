import type { Delivery } from '../shared/line/messages.ts'
import type { Result } from '../shared/result.ts'

/**
 * One connection to the broker, until it is closed. It queues nothing and repeats nothing by itself
 * (`engine/line/line.ts` connects again).
 */
export interface BrokerConnection {
  /** Sends the message now. Never rejects. */
  readonly publish: (message: OutgoingMessage) => Promise<Published>
  /**
   * Has messages to matching topics delivered: from now on, and the retained ones at once. Resolves to whether
   * the broker has answered. It grants filters that the account may not read, and delivers nothing for them.
   */
  readonly subscribe: (filter: string) => Promise<boolean>
  /** Takes leave of the broker, which then publishes no will. */
  readonly end: () => Promise<void>
}

export interface OutgoingMessage extends Delivery {
  readonly topic: string
  /** A text, or the bytes of a picture. */
  readonly payload: string | Uint8Array
  /** What this message answers, for one whose payload can't say so (MQTT 5, 3.3.2.3.6). */
  readonly correlation?: string
}

export interface IncomingMessage {
  readonly topic: string
  /** As a text. Of a picture only the bytes mean something. */
  readonly payload: string
  readonly bytes: Uint8Array
  readonly correlation?: string
  /** The broker had it before this subscription: it may be of any age. */
  readonly isRetained: boolean
  /** How much longer the broker keeps it, ms; missing for a message without an expiry. To the second. */
  readonly expiresIn?: number
}

/**
 * - `taken`: the broker has it, which says nothing about who else does
 * - `refused`: this account may not write there
 * - `unsure`: the connection closed before the broker's answer
 */
export type Published = 'taken' | 'refused' | 'unsure'

/** What happens on a connection. `onClose` is the last call, and comes once, unless `end` was called. */
export interface ConnectionEvents {
  readonly onMessage: (message: IncomingMessage) => void
  readonly onClose: () => void
}

/** `denied`: the broker does not let this account in. */
export interface BrokerFault {
  readonly code: 'unreachable' | 'denied'
  readonly cause: unknown
}

/** Connects once, as the account that the adapter was made for. Ends within some seconds, and never rejects. */
export type ConnectToBroker = (events: ConnectionEvents) => Promise<Result<BrokerConnection, BrokerFault>>

/** What the broker is told about who connects. */
export interface BrokerClient {
  /** `mqtts://host:port`; `mqtt://` on this machine alone. */
  readonly url: string
  /** Of two clients with one id the broker throws the earlier one out. */
  readonly clientId: string
  readonly username: string
  readonly readPassword: () => Promise<Result<string, unknown>>
  /** Reads the certificate of the one authority that may vouch for the broker (PEM). The system's, if left out. */
  readonly readAuthority?: () => Promise<Result<string, unknown>>
  /** What the broker publishes when this client is gone for `willDelay` ms without having taken leave. */
  readonly will?: OutgoingMessage & { readonly willDelay: number }
  /** How long the broker keeps subscriptions and undelivered messages of a client that is away, ms. */
  readonly sessionExpiry: number
}
