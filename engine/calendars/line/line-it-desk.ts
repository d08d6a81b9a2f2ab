import { encodeMessage, parseMessage } from '../../../shared/line/codec.ts'
import type { OrderKind } from '../../../shared/line/door-messages.ts'
import { messages } from '../../../shared/line/messages.ts'
import { fromTopic, lineVersion, toTopic } from '../../../shared/line/topics.ts'
import type { DoorReport } from '../../../shared/snapshot/door-report.ts'
import { minutes } from '../../../shared/time/time.ts'
import type { ItDesk } from '../../it-desk.ts'
import type { Line } from '../../line/line.ts'
import type { Clock, Log } from '../../ports.ts'

export interface LineItDeskParts {
  readonly line: Line
  readonly door: string
  /** New at each start of the program. */
  readonly session: string
  readonly clock: Clock
  readonly log: Log
  /** How many entries wait to be heard by the hub. */
  readonly outbox: () => number
}

/** How long an order is remembered that came, ms: longer than the broker keeps it, which may deliver it twice. */
const remembered = minutes(2)

/** The door's reports and IT's orders, over the broker. A broker that was started anew has the last report again. */
export function createLineItDesk({ line, door, session, clock, log, outbox }: LineItDeskParts): ItDesk {
  const known = new Set<string>()
  const listeners = new Set<(kind: OrderKind) => void>()
  let last: DoorReport | undefined
  let order: string | undefined

  const publish = (): void => {
    if (last === undefined) return
    const said = { v: lineVersion, session, configuration: 0, outbox: outbox(), ...last } as const
    const payload = encodeMessage({ ...said, ...(order !== undefined && { order }) })
    if (!payload.ok) return log.error('report.not-written', { ...payload.error })
    void line.publish({ ...messages.reported, topic: fromTopic(door, 'reported'), payload: payload.value })
  }
  line.onConnection(() => {
    if (line.isConnected()) publish()
  })
  line.subscribe(toTopic(door, 'order'), ({ payload }) => {
    const heard = parseMessage('order', payload)
    // What can't be understood is logged where the hub's orders to vote are heard.
    if (!heard.ok || heard.value.kind === 'vote' || known.has(heard.value.id)) return
    const { id, kind } = heard.value
    known.add(id)
    clock.after(remembered, () => known.delete(id))
    if (listeners.size === 0) return log.warn('order.not-carried-out', { kind })
    log.info('order.taken', { kind, id })
    order = id
    publish()
    for (const run of listeners) run(kind)
  })
  return {
    report: (report) => {
      last = report
      publish()
    },
    onOrder: (run) => {
      listeners.add(run)
      return () => listeners.delete(run)
    },
  }
}
