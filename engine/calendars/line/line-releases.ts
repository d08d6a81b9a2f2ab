import type { BookingId } from '../../../shared/booking/booking.ts'
import type { Vote } from '../../../shared/line/asks.ts'
import type { KeepReason } from '../../../shared/release/release.ts'
import { err, ok } from '../../../shared/result.ts'
import { seconds } from '../../../shared/time/time.ts'
import type { AgreedRelease, SharedReleases } from '../../shared-releases.ts'
import type { Asked, AskHub } from './asks.ts'
import { hearVoteOrders, type VoteOrdersParts } from './vote-orders.ts'

export interface LineReleasesParts extends VoteOrdersParts {
  readonly ask: AskHub
}

/** The time limit after the votes, ms: the hub sends and proves, each within the time limit of its call. */
const voteLimit = seconds(40)
/** How long a round may take, ms: before the votes the hub reads. */
const roundLimit = seconds(60)

const yes: Vote = { says: 'release' }

/** Each vote is an ask, whose answer is the release's result. */
export function createLineReleases({ ask, ...parts }: LineReleasesParts): SharedReleases {
  const orders = hearVoteOrders(parts)
  /** The orders that this door has answered with yes, and whose outcome it does not know yet. */
  const agreed = new Map<BookingId, string>()

  const answer = (booking: BookingId, order: string, vote: Vote): Promise<Asked> => {
    orders.answered(booking)
    return ask({ kind: 'release', booking, order, vote }, voteLimit)
  }
  return {
    open: (booking) => {
      if (orders.waiting(booking) !== undefined) return Promise.resolve(ok(undefined))
      return new Promise((resolve) => {
        const stop = orders.onOrder((about) => {
          if (about === booking) resolve(ok(undefined))
        })
        void ask({ kind: 'release', booking, vote: yes }, roundLimit).then((asked) => {
          stop()
          return resolve(err(whyNotAsked(asked)))
        })
      })
    },
    agree: async (booking) => {
      const order = orders.waiting(booking)
      if (order === undefined) return { kind: 'kept', because: 'keptByHub' }
      agreed.set(booking, order)
      const asked = await answer(booking, order, yes)
      if (agreed.get(booking) === order) agreed.delete(booking)
      return agreedFrom(asked)
    },
    decline: (booking, because) => {
      const order = orders.waiting(booking) ?? agreed.get(booking)
      if (order === undefined) return
      agreed.delete(booking)
      void answer(booking, order, { says: 'keep', because })
    },
    onQuestion: orders.onOrder,
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
