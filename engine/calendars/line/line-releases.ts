import type { BookingId } from '../../../shared/booking/booking.ts'
import type { Vote } from '../../../shared/line/asks.ts'
import { parseMessage } from '../../../shared/line/codec.ts'
import { votesServeFor } from '../../../shared/line/release-round.ts'
import { toTopic } from '../../../shared/line/topics.ts'
import type { KeepReason } from '../../../shared/release/release.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { minutes, seconds } from '../../../shared/time/time.ts'
import type { Line } from '../../line/line.ts'
import type { Clock, Log } from '../../ports.ts'
import type { AgreedRelease, SharedReleases } from '../../shared-releases.ts'
import type { Asked, AskHub } from './asks.ts'

export interface LineReleasesParts {
  readonly line: Line
  readonly door: string
  readonly clock: Clock
  readonly log: Log
  readonly ask: AskHub
}

/** The hub's order to vote. */
interface Question {
  readonly order: string
  /** By the monotonic clock, ms. */
  readonly heardAt: number
}

/** How long what follows the votes may take, ms: the hub sends and proves, each within the time limit of its call. */
const voteLimit = seconds(40)
/** How long a round may take, ms: before the votes the hub reads. */
const roundLimit = seconds(60)

/** How long an order is remembered that came, ms: longer than the broker keeps it, which may deliver it twice. */
const remembered = minutes(2)

const yes: Vote = { says: 'release' }

/** The hub's orders to vote, and this door's answers to them. Each answer is an ask, whose own answer says what came of it. */
export function createLineReleases(parts: LineReleasesParts): SharedReleases {
  const { line, door, clock, log, ask } = parts
  const questions = new Map<BookingId, Question>()
  /** The orders that this door has answered with yes, and whose outcome it does not know yet. */
  const agreed = new Map<BookingId, string>()
  const known = new Set<string>()
  const waiting = new Map<BookingId, () => void>()
  const listeners = new Set<(booking: BookingId) => void>()

  const hear = (order: string, booking: BookingId): void => {
    if (known.has(order)) return
    known.add(order)
    clock.after(remembered, () => known.delete(order))
    questions.set(booking, { order, heardAt: clock.elapsed() })
    waiting.get(booking)?.()
    for (const run of listeners) run(booking)
  }
  /** The order about this booking that still waits for an answer. */
  const questionOf = (booking: BookingId): string | undefined => {
    const question = questions.get(booking)
    return question !== undefined && clock.elapsed() - question.heardAt <= votesServeFor
      ? question.order
      : undefined
  }
  const answer = (booking: BookingId, order: string, vote: Vote): Promise<Asked> => {
    questions.delete(booking)
    return ask({ kind: 'release', booking, order, vote }, voteLimit)
  }

  line.subscribe(toTopic(door, 'order'), ({ topic, payload }) => {
    const order = parseMessage('order', payload)
    if (!order.ok) return log.warn('line.not-understood', { topic, ...order.error })
    if (order.value.kind === 'vote') return hear(order.value.id, order.value.booking)
    log.warn('order.not-carried-out', { kind: order.value.kind })
  })

  return {
    open: (booking) => {
      if (questionOf(booking) !== undefined) return Promise.resolve(ok(undefined))
      return new Promise((resolve) => {
        const settle = (result: Result<void, KeepReason>): void => {
          waiting.delete(booking)
          resolve(result)
        }
        waiting.set(booking, () => settle(ok(undefined)))
        void ask({ kind: 'release', booking, vote: yes }, roundLimit).then((asked) =>
          settle(err(whyNotAsked(asked))),
        )
      })
    },
    agree: async (booking) => {
      const order = questionOf(booking)
      if (order === undefined) return { kind: 'kept', because: 'keptByHub' }
      agreed.set(booking, order)
      const asked = await answer(booking, order, yes)
      if (agreed.get(booking) === order) agreed.delete(booking)
      return agreedFrom(asked)
    },
    decline: (booking, because) => {
      const order = questionOf(booking) ?? agreed.get(booking)
      if (order === undefined) return
      agreed.delete(booking)
      void answer(booking, order, { says: 'keep', because })
    },
    onQuestion: (run) => {
      listeners.add(run)
      return () => listeners.delete(run)
    },
  }
}

/** The hub's last word came before its question did. */
const whyNotAsked = ({ kind }: Asked): KeepReason =>
  kind === 'answered' ? 'keptByHub' : 'calendarUnreachable'

function agreedFrom(asked: Asked): AgreedRelease {
  // Without this door's vote the hub can't have sent it.
  if (asked.kind === 'notSent') return { kind: 'kept', because: 'calendarUnreachable' }
  if (asked.kind === 'unanswered' || asked.outcome.kind !== 'refused') return { kind: 'sent' }
  return asked.outcome.reason === 'kept' ? { kind: 'kept', because: 'keptByHub' } : { kind: 'refused' }
}
