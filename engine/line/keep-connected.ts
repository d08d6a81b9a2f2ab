import { reconnectPause } from '../../shared/line/reconnect-pause.ts'
import type { BrokerConnection, ConnectToBroker, IncomingMessage } from '../broker.ts'
import type { Cancel, Clock, Log } from '../ports.ts'

export interface KeepConnectedParts {
  readonly connect: ConnectToBroker
  readonly clock: Clock
  readonly log: Log
  /** From 0 up to 1: keeps many doors from coming back together. */
  readonly random: () => number
  /** The filters to which each new connection subscribes. */
  readonly filters: () => ReadonlySet<string>
  readonly onMessage: (message: IncomingMessage) => void
  readonly onChange: () => void
}

export interface KeptConnection {
  /** Undefined while there is none. Its subscriptions are in force. */
  readonly current: () => BrokerConnection | undefined
  readonly close: () => Promise<void>
}

/** Connects, and again after each loss, with a pause that grows with each failure. */
export function keepConnected(parts: KeepConnectedParts): KeptConnection {
  const { clock, log, random } = parts
  let connection: BrokerConnection | undefined
  let isClosed = false
  let failed = 0
  let cancelPause: Cancel | undefined

  const pauseThenOpen = (): void => {
    if (!isClosed) cancelPause = clock.after(reconnectPause(failed, random()), () => void open())
  }
  const lost = (): void => {
    connection = undefined
    log.warn('line.lost')
    parts.onChange()
    pauseThenOpen()
  }
  const open = async (): Promise<void> => {
    const opened = await begin(parts, (ended) => {
      if (ended === connection) lost()
    })
    if (opened === undefined) {
      failed += 1
      return pauseThenOpen()
    }
    if (isClosed) return opened.end()
    connection = opened
    failed = 0
    log.info('line.connected')
    parts.onChange()
  }
  void open()

  return {
    current: () => connection,
    async close() {
      isClosed = true
      cancelPause?.()
      const last = connection
      connection = undefined
      await last?.end()
    },
  }
}

/** A connection with all its subscriptions; undefined if it did not come to that. */
async function begin(
  { connect, log, filters, onMessage }: KeepConnectedParts,
  onClose: (connection: BrokerConnection) => void,
): Promise<BrokerConnection | undefined> {
  let connection: BrokerConnection | undefined
  const opened = await connect({
    onMessage,
    onClose: () => {
      if (connection !== undefined) onClose(connection)
    },
  })
  if (!opened.ok) {
    log.warn('line.not-connected', { ...opened.error })
    return undefined
  }
  const isReady = await subscribed(opened.value, filters)
  if (isReady) return (connection = opened.value)
  await opened.value.end()
  return undefined
}

/** Subscribes to all filters, also to those that are added meanwhile. */
async function subscribed(
  connection: BrokerConnection,
  filters: KeepConnectedParts['filters'],
): Promise<boolean> {
  const done = new Set<string>()
  for (let missing = [...filters()]; missing.length > 0;) {
    // oxlint-disable-next-line no-await-in-loop -- filters that were added during one round are for the next
    const answers = await Promise.all(missing.map(connection.subscribe))
    if (answers.includes(false)) return false
    for (const filter of missing) done.add(filter)
    missing = [...filters()].filter((filter) => !done.has(filter))
  }
  return true
}
