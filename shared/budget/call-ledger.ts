import { contains, hours, type Instant, instantOf, type Interval } from '../time/time.ts'

/** The calls that were counted in one month. */
export interface MonthCount {
  /** The month's first moment. */
  readonly month: Instant
  /** What was called in the month before this is not known. */
  readonly countedSince: Instant
  readonly calls: number
}

export interface CallLedger extends MonthCount {
  /** The month was told by a time that the server has not confirmed. */
  readonly isGuessed?: true
  /** What was counted by the last time that the server confirmed, if that was in another month than the guessed one. */
  readonly confirmed?: MonthCount
}

/** The quota turns at midnight in China, which is eight hours ahead all year. */
const quotaZoneOffset = hours(8)

let lastMonth: Interval | undefined

/** The calendar month, as the quota has it, that holds `moment`: mostly the one that was asked for last. */
export function monthAt(moment: Instant): Interval {
  if (lastMonth === undefined || !contains(lastMonth, moment)) lastMonth = monthOf(moment)
  return lastMonth
}

function monthOf(moment: Instant): Interval {
  const there = new Date(moment + quotaZoneOffset)
  const startOf = (month: number): Instant =>
    instantOf(Date.UTC(there.getUTCFullYear(), month) - quotaZoneOffset)
  return { start: startOf(there.getUTCMonth()), end: startOf(there.getUTCMonth() + 1) }
}

/** The month's name in China, as `2026-10`: the earlier one is the smaller one. */
export const monthName = (moment: Instant): string =>
  new Date(monthAt(moment).start + quotaZoneOffset).toISOString().slice(0, 7)

/** When a call counts: by a time that nobody has confirmed the month never turns back. */
export const countedAt = (ledger: CallLedger | undefined, now: Instant, isSure: boolean): Instant =>
  isSure || ledger === undefined ? now : instantOf(Math.max(now, ledger.month))

/**
 * The ledger with one more call. A month that follows a counted one is counted from its beginning. A guess takes no confirmed
 * count away: a tablet that is switched on with the time of another year goes on with it once the server is heard.
 */
export function withCall(ledger: CallLedger | undefined, at: Instant, isSure = true): CallLedger {
  const counted = countAt(ledger, countedAt(ledger, at, isSure))
  return { ...counted, calls: counted.calls + 1, ...(!isSure && guessedIn(counted.month, ledger)) }
}

/** What a guess says besides its count; nothing, if it is of the month that was confirmed. */
function guessedIn(
  month: Instant,
  ledger: CallLedger | undefined,
): Pick<CallLedger, 'isGuessed' | 'confirmed'> {
  if (ledger === undefined) return { isGuessed: true }
  const { isGuessed, confirmed, ...count } = ledger
  if (isGuessed) return { isGuessed, ...(confirmed && { confirmed }) }
  return count.month === month ? {} : { isGuessed: true, confirmed: count }
}

/** What was counted in the month that holds `at`. What a guess counted in another month was called in this one, for all that is known. */
function countAt(ledger: CallLedger | undefined, at: Instant): MonthCount {
  const month = monthAt(at).start
  if (ledger === undefined) return { month, countedSince: at, calls: 0 }
  const { countedSince, calls } = ledger
  if (ledger.month === month) return { month, countedSince, calls }
  if (ledger.isGuessed) {
    const confirmed = countAt(ledger.confirmed, at)
    return { ...confirmed, calls: confirmed.calls + calls }
  }
  // A ledger of a month to come was written by a wrong clock.
  return { month, countedSince: ledger.month < month ? month : at, calls: 0 }
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
  const { countedSince: since, calls: spent } = countAt(ledger, at)
  return { calls: shareSince(since), spent, since }
}
