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
  const ready = (opened: BrokerConnection): void => {
    if (isClosed) return void opened.end()
    connection = opened
    failed = 0
    log.info('line.connected')
    parts.onChange()
  }
  const ended = (closed: BrokerConnection): void => {
    if (closed === connection) lost()
  }
  const open = async (): Promise<void> => {
    if (await begin(parts, ready, ended)) return
    failed += 1
    pauseThenOpen()
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

/**
 * Opens a connection, and calls `onReady` with it once all its subscriptions are in force: in the same turn in which no filter
 * is missing, because one that is added after that is the caller's to subscribe to. Resolves to whether it came to that.
 */
async function begin(
  { connect, log, filters, onMessage }: KeepConnectedParts,
  onReady: (connection: BrokerConnection) => void,
  onClose: (connection: BrokerConnection) => void,
): Promise<boolean> {
  let connection: BrokerConnection | undefined
  const opened = await connect({
    onMessage,
    onClose: () => {
      if (connection !== undefined) onClose(connection)
    },
  })
  if (!opened.ok) {
    log.warn('line.not-connected', { ...opened.error })
    return false
  }
  const isReady = await subscribe(opened.value, filters, () => onReady((connection = opened.value)))
  if (!isReady) await opened.value.end()
  return isReady
}

/** Subscribes to all filters, also to those that are added meanwhile. Calls `onReady` in the turn in which none is missing. */
async function subscribe(
  connection: BrokerConnection,
  filters: KeepConnectedParts['filters'],
  onReady: () => void,
): Promise<boolean> {
  const done = new Set<string>()
  for (let missing = [...filters()]; missing.length > 0;) {
    // oxlint-disable-next-line no-await-in-loop -- filters that were added during one round are for the next
    const answers = await Promise.all(missing.map(connection.subscribe))
    if (answers.includes(false)) return false
    for (const filter of missing) done.add(filter)
    missing = [...filters()].filter((filter) => !done.has(filter))
  }
  onReady()
  return true
}
