import { days, hours, minutes, seconds } from './time.ts'

/** What is left of the month, and of its calls. */
export interface CallBudget {
  readonly callsPerMonth: number
  readonly spent: number
  /** Ms until the month ends in which the office works, and in which it doesn't. */
  readonly officeLeft: number
  readonly otherLeft: number
  /** The part of the month that is still to come, from 0 to 1. */
  readonly shareLeft: number
}

/** What the budget lets the panel read by itself just now (law 9). */
export interface Allowance {
  /** The time between two readings when nothing else asks for one, ms. */
  readonly interval: number
  /** `few`: each is read once, right after it, and not before. */
  readonly boundaries: 'all' | 'few' | 'none'
  /** Whether a touch reads data that isn't fresh. */
  readonly touches: boolean
}

/**
 * Kept for people: the interval can't spend it. It shrinks as the month goes by, so that today's part of it can be used
 * today and tomorrow's can't, and something of it is there until the end.
 */
const reserveToTheEnd = 0.02
const reserveOfWhatIsLeft = 0.08

/** Below these parts of the reserve boundaries and touches stop, too: what is left then is for ending and releasing. */
const boundariesStopAt = 0.75
const touchesStopAt = 0.5

/** What an office hour costs beside the interval: boundaries, touches, replies and their proofs, as `npm run budget` measures. */
const otherCallsPerHour = 10
/** With fewer calls for an office hour than this, boundaries are read once each. */
const callsForAllBoundaries = 20
/** However little there is, the interval gets this part, and nights and weekends at most that. */
const leastShareOfInterval = 0.25
const mostShareOfNights = 0.125

const shortestInterval = seconds(30)
const shortestNightInterval = minutes(30)
const longerThanAnyMonth = days(31)

/** The calls that are kept for people. */
export const reserveOf = ({ callsPerMonth, shareLeft }: CallBudget): number =>
  callsPerMonth * (reserveToTheEnd + reserveOfWhatIsLeft * shareLeft)

export function allowanceOf(budget: CallBudget, inOfficeHours: boolean): Allowance {
  const unspent = Math.max(budget.callsPerMonth - budget.spent, 0)
  const reserve = reserveOf(budget)
  const free = Math.max(unspent - reserve, 0)
  return {
    interval: inOfficeHours ? officeInterval(budget, free) : nightInterval(budget, free),
    boundaries: boundariesOf(budget, free, unspent > reserve * boundariesStopAt),
    touches: unspent > reserve * touchesStopAt,
  }
}

function officeInterval(budget: CallBudget, free: number): number {
  const nights = budget.otherLeft / nightInterval(budget, free)
  const expected = nights + (otherCallsPerHour * budget.officeLeft) / hours(1)
  const calls = Math.max(free - expected, free * leastShareOfInterval)
  return calls < 1
    ? longerThanAnyMonth
    : Math.min(Math.max(budget.officeLeft / calls, shortestInterval), longerThanAnyMonth)
}

/** Where half an hour costs too much, nights slow down by more than that: what lapses before the next reading helps nobody. */
function nightInterval({ otherLeft }: CallBudget, free: number): number {
  const excess = otherLeft / shortestNightInterval / (free * mostShareOfNights)
  return free < 1
    ? longerThanAnyMonth
    : Math.min(shortestNightInterval * Math.max(excess, 1) ** 2, longerThanAnyMonth)
}

function boundariesOf(
  { officeLeft }: CallBudget,
  free: number,
  areAffordable: boolean,
): Allowance['boundaries'] {
  if (!areAffordable) return 'none'
  return free * hours(1) >= callsForAllBoundaries * officeLeft ? 'all' : 'few'
}
