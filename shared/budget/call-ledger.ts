import { holds, hours, type Instant, instantOf, type Interval } from '../time/time.ts'

/** The calls that were counted in one month. */
export interface CallLedger {
  /** The month's first moment. */
  readonly month: Instant
  /** What was called in the month before this is not known. */
  readonly countedSince: Instant
  readonly calls: number
  /** The month was told by a time that the server has not confirmed. */
  readonly isGuessed?: true
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

/** The month's name in China, as `2026-10`: the earlier one is the smaller one. */
export const monthName = (moment: Instant): string =>
  new Date(monthAt(moment).start + ahead).toISOString().slice(0, 7)

/** When a call counts: by a time that nobody has confirmed the month never turns back. */
export const countedAt = (ledger: CallLedger | undefined, now: Instant, isSure: boolean): Instant =>
  isSure || ledger === undefined ? now : instantOf(Math.max(now, ledger.month))

/** The ledger with one more call. A month that follows a counted one is counted from its beginning. */
export function withCall(ledger: CallLedger | undefined, at: Instant, isSure = true): CallLedger {
  const counted = countedAt(ledger, at, isSure)
  const month = monthAt(counted).start
  const guessed = isSure ? {} : ({ isGuessed: true } as const)
  if (ledger?.month === month) {
    const { isGuessed, ...known } = ledger
    return { ...known, calls: ledger.calls + 1, ...(isGuessed && guessed) }
  }
  // What was counted by a clock that stood in another month was called in this one, for all that anybody knows.
  if (ledger?.isGuessed && isSure) return { month, countedSince: counted, calls: ledger.calls + 1 }
  const isNext = ledger !== undefined && ledger.month < month
  return { month, countedSince: isNext ? month : counted, calls: 1, ...guessed }
}

/** What of a month's calls is this panel's own. */
export interface Share {
  readonly calls: number
  readonly spent: number
  /** The share is for the time from here to the month's end. */
  readonly since: Instant
}

/** The last hours of a month have hardly a fair share, and a panel that begins in them must see its room. */
export const leastShare = 100

/**
 * The panel's share of so many calls a month. Where nothing was counted the fair share of that time is not its own: a panel
 * that begins in the middle of a month, or has lost its count, takes only the rest.
 */
export function shareAt(ledger: CallLedger | undefined, callsPerMonth: number, at: Instant): Share {
  const month = monthAt(at)
  const shareSince = (since: Instant): number => {
    const fair = (callsPerMonth * (month.end - since)) / (month.end - month.start)
    return Math.min(Math.max(fair, leastShare), callsPerMonth)
  }
  if (ledger?.isGuessed && ledger.month !== month.start)
    return { calls: shareSince(at), spent: ledger.calls, since: at }
  // A ledger of a month to come was written by a wrong clock.
  if (ledger === undefined || ledger.month > month.start)
    return { calls: shareSince(at), spent: 0, since: at }
  if (ledger.month < month.start) return { calls: callsPerMonth, spent: 0, since: month.start }
  return { calls: shareSince(ledger.countedSince), spent: ledger.calls, since: ledger.countedSince }
}
