import type { CallBudget } from '../../shared/budget/allowance.ts'
import { monthAt } from '../../shared/budget/call-ledger.ts'
import { memoizeLast } from '../../shared/memoize-last.ts'
import { officeHoursIn, type OfficeHours } from '../../shared/time/calendar-day.ts'
import { contains, type Instant, type Interval } from '../../shared/time/time.ts'

/** The office hours and other hours of the month that are still to come, ms. */
export type MonthLeft = (now: Instant) => Pick<CallBudget, 'officeLeft' | 'otherLeft'>

/** A part of the month that lies entirely within office hours, or entirely outside them. */
interface Phase extends Interval {
  readonly month: Interval
  readonly isOffice: boolean
  /** Office hours of the month after this phase, ms. */
  readonly officeLater: number
}

/** The office hours of a month, in order. */
export type OpenInMonth = (
  start: Instant,
  end: Instant,
  timeZone: string,
  officeHours: OfficeHours,
) => readonly Interval[]

/** Remembers the last month, for all rules that one panel has in turn: computing with time zones is slow. */
export const createOpenInMonth = (): OpenInMonth =>
  memoizeLast((start, end, timeZone, officeHours) => officeHoursIn({ start, end }, timeZone, officeHours))

/** Computes each month and each phase once, and not at each step: computing with time zones is slow. */
export function createMonthLeft(
  timeZone: string,
  officeHours: OfficeHours,
  openInMonth: OpenInMonth = createOpenInMonth(),
): MonthLeft {
  let phase: Phase | undefined
  return (now) => {
    if (phase === undefined || !contains(phase, now)) {
      const month = monthAt(now)
      phase = phaseAt(now, month, openInMonth(month.start, month.end, timeZone, officeHours))
    }
    const { month, end, isOffice, officeLater } = phase
    const left = month.end - now
    const officeLeft = officeLater + (isOffice ? end - now : 0)
    return { officeLeft, otherLeft: left - officeLeft }
  }
}

/** `open`: the office hours of the month, in order. */
function phaseAt(now: Instant, month: Interval, open: readonly Interval[]): Phase {
  const [next, ...later] = open.filter(({ end }) => end > now)
  if (next === undefined) return { month, start: now, end: month.end, isOffice: false, officeLater: 0 }
  return next.start <= now
    ? { month, start: now, end: next.end, isOffice: true, officeLater: lengthOf(later) }
    : { month, start: now, end: next.start, isOffice: false, officeLater: lengthOf([next, ...later]) }
}

const lengthOf = (stretches: readonly Interval[]): number =>
  stretches.reduce((sum, { start, end }) => sum + end - start, 0)
