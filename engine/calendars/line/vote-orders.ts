import type { BookingId } from '../../../shared/booking/booking.ts'
import { parseMessage } from '../../../shared/line/codec.ts'
import { votesServeFor } from '../../../shared/line/release-round.ts'
import { toTopic } from '../../../shared/line/topics.ts'
import { minutes } from '../../../shared/time/time.ts'
import type { Line } from '../../line/line.ts'
import type { Cancel, Clock, Log } from '../../ports.ts'

/** The hub's orders to vote. */
export interface VoteOrders {
  /** The order about this booking that waits for its answer; undefined if there is none, or if a vote would come too late. */
  readonly waiting: (booking: BookingId) => string | undefined
  readonly answered: (booking: BookingId) => void
  /** Calls `run` for each order, also if the broker delivers it twice only once. */
  readonly onOrder: (run: (booking: BookingId) => void) => Cancel
}

export interface VoteOrdersParts {
  readonly line: Line
  readonly door: string
  readonly clock: Clock
  readonly log: Log
}

/** How long an order is remembered that came, ms: longer than the broker keeps it. */
const remembered = minutes(2)

export function hearVoteOrders({ line, door, clock, log }: VoteOrdersParts): VoteOrders {
  const waiting = new Map<BookingId, { readonly order: string; readonly heardAt: number }>()
  const known = new Set<string>()
  const listeners = new Set<(booking: BookingId) => void>()

  const hear = (order: string, booking: BookingId): void => {
    if (known.has(order)) return
    known.add(order)
    clock.after(remembered, () => known.delete(order))
    waiting.set(booking, { order, heardAt: clock.elapsed() })
    for (const run of listeners) run(booking)
  }
  line.subscribe(toTopic(door, 'order'), ({ topic, payload }) => {
    const order = parseMessage('order', payload)
    if (!order.ok) return log.warn('line.not-understood', { topic, ...order.error })
    if (order.value.kind === 'vote') hear(order.value.id, order.value.booking)
  })

  return {
    waiting: (booking) => {
      const heard = waiting.get(booking)
      return heard !== undefined && clock.elapsed() - heard.heardAt <= votesServeFor ? heard.order : undefined
    },
    answered: (booking) => void waiting.delete(booking),
    onOrder: (run) => {
      listeners.add(run)
      return () => listeners.delete(run)
    },
  }
}
