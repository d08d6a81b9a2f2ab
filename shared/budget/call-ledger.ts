import { days, endOfTime, hours, type Instant, instantOf, type Interval } from '../time/time.ts'

/** The calls that were counted in one month. */
export interface MonthCount {
  /** The month's first moment. */
  readonly month: Instant
  /** The calls of the month before this moment are not known. */
  readonly countedSince: Instant
  readonly calls: number
}

export interface CallLedger extends MonthCount {
  /** The month comes from a time that the server has not confirmed. */
  readonly isGuessed?: true
  /** The count of the last month that the server confirmed, if the guessed month is another one. */
  readonly confirmed?: MonthCount
}

/** The quota turns at midnight in China, which is eight hours ahead all year. */
const quotaZoneOffset = hours(8)

/**
 * The first moment of each month of the quota from 1970 to 2169. A table, because a panel asks for the month several times in
 * each step, and computing two dates each time is slow.
 */
const monthStarts: readonly Instant[] = Array.from({ length: 200 * 12 }, (_, month) =>
  monthStart(1970, month),
)

/** Ms. Counted in months of this length from 1970 on, no month begins more than one month too early or too late. */
const averageMonth = days(365.2425 / 12)

/** The calendar month of the quota that contains `moment`. */
export function monthAt(moment: Instant): Interval {
  let month = Math.max(Math.floor(moment / averageMonth) - 1, 0)
  while ((monthStarts[month + 1] ?? endOfTime) <= moment) month += 1
  const [start, end] = [monthStarts[month], monthStarts[month + 1]]
  return start !== undefined && end !== undefined && start <= moment ? { start, end } : farMonth(moment)
}

function farMonth(moment: Instant): Interval {
  const there = new Date(moment + quotaZoneOffset)
  const [year, month] = [there.getUTCFullYear(), there.getUTCMonth()]
  return { start: monthStart(year, month), end: monthStart(year, month + 1) }
}

function monthStart(year: number, month: number): Instant {
  return instantOf(Date.UTC(year, month) - quotaZoneOffset)
}

/** The month's name in China, as `2026-10`: the earlier one is the smaller one. */
export const monthName = (moment: Instant): string =>
  new Date(monthAt(moment).start + quotaZoneOffset).toISOString().slice(0, 7)

/**
 * The time that a call is counted at. An unconfirmed time never moves the ledger back to an earlier month.
 */
export const countedAt = (ledger: CallLedger | undefined, now: Instant, isSure: boolean): Instant =>
  isSure || ledger === undefined ? now : instantOf(Math.max(now, ledger.month))

/**
 * The ledger with one more call. If the previous month was counted, the new one counts from its beginning. A
 * guessed month keeps the confirmed count beside it: a tablet that is switched on with the time of another
 * year continues with that count once the server answers.
 */
export function withCall(ledger: CallLedger | undefined, at: Instant, isSure = true): CallLedger {
  const counted = countAt(ledger, countedAt(ledger, at, isSure))
  return { ...counted, calls: counted.calls + 1, ...(!isSure && guessedIn(counted.month, ledger)) }
}

/** The fields that mark a guessed count. None if the guess is the month that was confirmed. */
function guessedIn(
  month: Instant,
  ledger: CallLedger | undefined,
): Pick<CallLedger, 'isGuessed' | 'confirmed'> {
  if (ledger === undefined) return { isGuessed: true }
  const { isGuessed, confirmed, ...count } = ledger
  if (isGuessed) return { isGuessed, ...(confirmed && { confirmed }) }
  return count.month === month ? {} : { isGuessed: true, confirmed: count }
}

/**
 * The calls that were counted in the month that holds `at`. Calls counted in a wrongly guessed month may have
 * been made in this one, so they are added.
 */
function countAt(ledger: CallLedger | undefined, at: Instant): MonthCount {
  const month = monthAt(at).start
  if (ledger === undefined) return { month, countedSince: at, calls: 0 }
  const { countedSince, calls } = ledger
  if (ledger.month === month) return { month, countedSince, calls }
  if (ledger.isGuessed) {
    const confirmed = countAt(ledger.confirmed, at)
    return { ...confirmed, calls: confirmed.calls + calls }
  }
  // A ledger of a later month was written by a wrong clock.
  return { month, countedSince: ledger.month < month ? month : at, calls: 0 }
}

/** The panel's own part of a month's calls. */
export interface Share {
  readonly calls: number
  readonly spent: number
  /** The share is for the time from this moment to the month's end. */
  readonly since: Instant
}

/**
 * A fair share of a month's last hours is almost zero, and a panel that begins in them must still read its
 * room.
 */
export const leastShare = 100

/**
 * The panel's share of `callsPerMonth`. It covers only the time in which calls were counted: a panel that
 * begins in the middle of a month, or has lost its count, gets the share of the rest.
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
