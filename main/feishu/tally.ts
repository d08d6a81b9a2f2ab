import { minutes } from '../../shared/domain/time.ts'
import type { CallCounter } from '../ports.ts'

/** The panel's share of the calls that a company may make in a month. */
export interface Quota {
  readonly callsPerMonth: number
  readonly counter: CallCounter
}

export interface Tally {
  /** Whether a call stays within the share, or is one of the few beyond it; if so, it is under way from now on. */
  readonly begin: () => boolean
  readonly answered: (status: number) => void
  readonly unanswered: () => void
}

/**
 * A call that was not answered may have been carried out, and counts. A row longer than this is a network that is down,
 * and calls that never arrived must not eat the month.
 */
const mostInDoubt = 30

/**
 * The share is a promise to the other doors, and the company's quota may have calls when it is spent: seeing the room comes first, at
 * a low rate. So many calls are made at once, and then one each such time (ms): what a panel reads then by itself and at touches
 * takes half of them, and the rest is there for ending a meeting.
 */
const beyondShare = { atOnce: 30, every: minutes(3) }

/**
 * Counts as the quota does: neither calls for a token (they don't come here) nor those answered with a 4xx or 5xx status.
 * https://open.feishu.cn/document/platform-notices/platform-updates-/custom-app-api-call-limit
 */
/** `onSpent` is called when a call goes beyond the share that was within it before. */
export function createTally(quota: Quota | undefined, elapsed: () => number, onSpent?: () => void): Tally {
  const isOneOfFew = createTrickle(elapsed)
  let isSpent = false
  let underWay = 0
  let inDoubt = 0
  const end = (counts: boolean): void => {
    underWay -= 1
    if (counts) quota?.counter.count()
  }
  return {
    begin() {
      const wasSpent = isSpent
      isSpent = quota !== undefined && left(quota) < underWay + 1
      if (isSpent && !wasSpent) onSpent?.()
      if (isSpent && !isOneOfFew()) return false
      underWay += 1
      return true
    },
    answered(status) {
      inDoubt = 0
      end(status < 400)
    },
    unanswered() {
      inDoubt += 1
      end(inDoubt <= mostInDoubt)
    },
  }
}

function left({ counter, callsPerMonth }: Quota): number {
  const { calls, spent } = counter.shareOf(callsPerMonth)
  return calls - spent
}

/** Lets through what comes at the rate beyond the share. */
function createTrickle(elapsed: () => number): () => boolean {
  const { atOnce, every } = beyondShare
  /** When all that was let through is made up for. */
  let settled = -Infinity
  return () => {
    const now = elapsed()
    const next = Math.max(settled, now) + every
    if (next - now > atOnce * every) return false
    settled = next
    return true
  }
}
