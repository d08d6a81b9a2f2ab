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
 * don't come here. A call that begins something is sent only if `following` more may be sent after it. `onSpent` is called
 * when the share is used up.
 * https://open.feishu.cn/document/platform-notices/platform-updates-/custom-app-api-call-limit
 */
export function createTally(
  quota: Quota | undefined,
  elapsed: () => number,
  onSpent?: () => void,
): (following?: number) => boolean {
  const few = createTrickle(elapsed)
  let isSpent = false
  return (following = 0) => {
    if (quota === undefined) return true
    const wasSpent = isSpent
    const ofShare = left(quota)
    isSpent = ofShare < 1
    if (isSpent && !wasSpent) onSpent?.()
    if ((isSpent ? 0 : ofShare) + few.left() < 1 + following) return false
    if (isSpent) few.take()
    quota.counter.count()
    return true
  }
}

function left({ counter, callsPerMonth }: Quota): number {
  const { calls, spent } = counter.shareOf(callsPerMonth)
  return calls - spent
}

/** Counts calls at the rate beyond the share. */
function createTrickle(elapsed: () => number) {
  const { atOnce, every } = beyondShare
  /** When the time has paid for all calls that were taken. */
  let settled = -Infinity
  return {
    left: (): number => atOnce - Math.max(settled - elapsed(), 0) / every,
    take: (): void => void (settled = Math.max(settled, elapsed()) + every),
  }
}
