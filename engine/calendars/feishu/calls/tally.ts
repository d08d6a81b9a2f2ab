import { minutes } from '../../../../shared/time/time.ts'
import type { CallCounter } from '../../../ports.ts'

/** The panel's share of the calls that a company may make in a month. */
export interface Quota {
  readonly callsPerMonth: number
  readonly counter: CallCounter
}

/**
 * The share is a promise to the other doors, and the company's quota may have calls when it is spent: seeing the room comes first, at
 * a low rate. So many calls are made at once, and then one each such time (ms): what a panel reads then by itself and at touches
 * takes half of them, and the rest is there for ending a meeting.
 */
const beyondShare = { atOnce: 30, every: minutes(3) }

/**
 * Whether a call may leave: it is within the share, or one of the few beyond it. Each call that leaves counts, whatever becomes
 * of it: Feishu doesn't count those that it answers with a 4xx or 5xx status, but how far a call came nobody knows where a portal
 * or a gateway answers in its place. Calls for a token are free, and don't come here. `onSpent` is called when a call goes beyond
 * the share that was within it before.
 * https://open.feishu.cn/document/platform-notices/platform-updates-/custom-app-api-call-limit
 */
export function createTally(
  quota: Quota | undefined,
  elapsed: () => number,
  onSpent?: () => void,
): () => boolean {
  const isOneOfFew = createTrickle(elapsed)
  let isSpent = false
  return () => {
    if (quota === undefined) return true
    const wasSpent = isSpent
    isSpent = left(quota) < 1
    if (isSpent && !wasSpent) onSpent?.()
    if (isSpent && !isOneOfFew()) return false
    quota.counter.count()
    return true
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
