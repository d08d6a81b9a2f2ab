import { holds, hours, type Instant, instantOf, type Interval } from './time.ts'

/** The calls that were counted in one month. */
export interface CallLedger {
  /** The month's first moment. */
  readonly month: Instant
  /** What was called in the month before this is not known. */
  readonly countedSince: Instant
  readonly calls: number
}

/** The quota turns at midnight in China, which is eight hours ahead all year. */
const ahead = hours(8)

let lastMonth: Interval | undefined

/** The calendar month, as the quota has it, that holds `moment`: mostly the one that was asked for last. */
export function monthAt(moment: Instant): Interval {
  if (lastMonth === undefined || !holds(lastMonth, moment)) lastMonth = monthOf(moment)
  return lastMonth
}

function monthOf(moment: Instant): Interval {
  const there = new Date(moment + ahead)
  const startOf = (month: number): Instant => instantOf(Date.UTC(there.getUTCFullYear(), month) - ahead)
  return { start: startOf(there.getUTCMonth()), end: startOf(there.getUTCMonth() + 1) }
}

/** The ledger with one more call. A month that follows a counted one is counted from its beginning. */
export function withCall(ledger: CallLedger | undefined, at: Instant): CallLedger {
  const month = monthAt(at).start
  if (ledger?.month === month) return { ...ledger, calls: ledger.calls + 1 }
  const isNext = ledger !== undefined && ledger.month < month
  return { month, countedSince: isNext ? month : at, calls: 1 }
}

/**
 * How much of the month's calls is spent. Where nothing was counted the fair share of that time is assumed: a panel that
 * begins in the middle of a month takes only the rest for its own.
 */
export function spentAt(ledger: CallLedger | undefined, callsPerMonth: number, at: Instant): number {
  const month = monthAt(at)
  const fairShareOf = (end: Instant): number =>
    (callsPerMonth * (end - month.start)) / (month.end - month.start)
  // A ledger of a month to come was written by a wrong clock.
  if (ledger === undefined || ledger.month > month.start) return fairShareOf(at)
  return ledger.month === month.start ? fairShareOf(ledger.countedSince) + ledger.calls : 0
}
