import { encodeMessage, parseMessage } from '../../../shared/line/codec.ts'
import { messages } from '../../../shared/line/messages.ts'
import { fromTopic, lineVersion, toTopic } from '../../../shared/line/topics.ts'
import type { DoorReport } from '../../../shared/snapshot/door-report.ts'
import { minutes } from '../../../shared/time/time.ts'
import type { HeardOrder, ItDesk } from '../../it-desk.ts'
import type { Clock } from '../../ports.ts'
import { answerOrder } from './answer-order.ts'
import { hearRotation, type HearRotationParts } from './hear-rotation.ts'

export interface LineItDeskParts extends HearRotationParts {
  /** New at each start of the program. */
  readonly session: string
  readonly clock: Clock
  /** How many entries wait to be heard by the hub. */
  readonly outbox: () => number
}

/** How long an order is remembered that came, ms: longer than the broker keeps it, which may deliver it twice. */
const remembered = minutes(2)

/** The door's reports and IT's orders, over the broker. A broker that was started anew has the last report again. */
export function createLineItDesk(parts: LineItDeskParts): ItDesk {
  const { line, door, session, clock, log, outbox } = parts
  const known = new Set<string>()
  const listeners = new Set<(order: HeardOrder) => void>()
  let last: DoorReport | undefined
  let taken: string | undefined

  const publish = async (order = taken): Promise<boolean> => {
    if (last === undefined) return false
    const said = { v: lineVersion, session, configuration: 0, outbox: outbox(), ...last } as const
    const storedPassword = rotation.stored()
    const payload = encodeMessage({
      ...said,
      ...(order !== undefined && { order }),
      ...(storedPassword !== undefined && { storedPassword }),
    })
    if (!payload.ok) {
      log.error('report.not-written', { ...payload.error })
      return false
    }
    const message = { ...messages.reported, topic: fromTopic(door, 'reported'), payload: payload.value }
    return (await line.publish(message)) === 'taken'
  }
  const rotation = hearRotation(parts, () => void publish())
  line.onConnection(() => {
    if (line.isConnected()) void publish()
  })
  line.subscribe(toTopic(door, 'order'), ({ payload, expiresIn = messages.order.expiry }) => {
    const heard = parseMessage('order', payload)
    // What can't be understood is logged where the hub's orders to vote are heard.
    if (!heard.ok || heard.value.kind === 'vote' || known.has(heard.value.id)) return
    const { id, kind } = heard.value
    known.add(id)
    clock.after(remembered, () => known.delete(id))
    if (listeners.size === 0) return log.warn('order.not-carried-out', { kind })
    const heardAt = clock.elapsed()
    const order: HeardOrder = {
      kind,
      isInTime: () => clock.isWholeSince(heardAt) && clock.elapsed() - heardAt < expiresIn,
      take: async () => {
        const isTold = await publish(id)
        if (isTold) taken = id
        return isTold
      },
      answer: (answer) => answerOrder(parts, id, answer),
    }
    for (const run of listeners) run(order)
  })
  return {
    report: (report) => {
      last = report
      void publish()
    },
    onOrder: (run) => {
      listeners.add(run)
      return () => listeners.delete(run)
    },
  }
}
