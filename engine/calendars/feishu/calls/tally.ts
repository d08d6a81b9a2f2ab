import { minutes } from '../../../../shared/time/time.ts'
import type { CallCounter } from '../../../ports.ts'

/** The panel's share of the calls that a company may make in a month. */
export interface Quota {
  readonly callsPerMonth: number
  readonly counter: CallCounter
}

/**
 * Calls beyond the share. The share is a promise to the other doors, but the company's quota may have calls
 * left when it is spent, and reading the room is more important, at a low rate. `atOnce` calls are allowed at
 * once, and then one more each `every` ms. The panel's own readings and those after touches take half of
 * them; the rest is for ending a meeting.
 */
const beyondShare = { atOnce: 30, every: minutes(3) }

/**
 * Decides whether a call may be sent: it is within the share, or one of the few beyond it. Each sent call
 * counts, whatever its answer: Feishu doesn't count calls that it answers with a 4xx or 5xx status, but
 * behind a portal or a gateway the panel can't tell how far a call came. Calls for a token are free, and
 * don't come here. `onSpent` is called when the share is used up.
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

/** Allows calls at the rate beyond the share. */
function createTrickle(elapsed: () => number): () => boolean {
  const { atOnce, every } = beyondShare
  /** When the time has paid for all calls that were allowed. */
  let settled = -Infinity
  return () => {
    const now = elapsed()
    const next = Math.max(settled, now) + every
    if (next - now > atOnce * every) return false
    settled = next
    return true
  }
}
