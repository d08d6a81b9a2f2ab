import type { CallCounter } from '../ports.ts'

/** The panel's share of the calls that a company may make in a month. */
export interface Quota {
  readonly callsPerMonth: number
  readonly counter: CallCounter
}

export interface Tally {
  /** Whether a call stays within the share; if so, it is under way from now on. */
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
 * Counts as the quota does: neither calls for a token (they don't come here) nor those answered with a 4xx or 5xx status.
 * https://open.feishu.cn/document/platform-notices/platform-updates-/custom-app-api-call-limit
 */
export function createTally(quota: Quota | undefined): Tally {
  let underWay = 0
  let inDoubt = 0
  const end = (counts: boolean): void => {
    underWay -= 1
    if (counts) quota?.counter.count()
  }
  return {
    begin() {
      if (quota !== undefined && spent(quota) + underWay + 1 > quota.callsPerMonth) return false
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

const spent = ({ counter, callsPerMonth }: Quota): number => counter.spentOf(callsPerMonth)
