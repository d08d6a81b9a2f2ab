import { hours, minutes, seconds } from '../time/time.ts'

/**
 * The panel's share of the month's calls, how many of them it has spent, and the time that is left in the
 * month.
 */
export interface CallBudget {
  readonly calls: number
  readonly spent: number
  /** The remaining office hours of the month, and the remaining hours outside them, ms. */
  readonly officeLeft: number
  readonly otherLeft: number
  /** The part of the share's time that is still to come, from 0 to 1. */
  readonly shareLeft: number
}

/** The readings that the budget allows the panel to make without a request by people (law 9). */
export interface Allowance {
  /** The longest time between two readings of the schedule, ms. Boundaries and touches cause earlier ones. */
  readonly interval: number
  /**
   * The longest time between two readings of the room itself while no booking occupies it, ms: green depends
   * on them, too.
   */
  readonly roomInterval: number
  /** Readings around boundaries. `few`: one reading right after each boundary, and none before it. */
  readonly boundaries: 'all' | 'few' | 'none'
  /**
   * Readings after touches. `few`: only if the data is older than some seconds; `least`: only if it is too
   * old to prove anything. There is no `none`: a touch may always cause a reading.
   */
  readonly touches: 'all' | 'few' | 'least'
}

/**
 * The reserve is kept for people's actions; readings at the interval can't spend it. It shrinks as the month
 * goes by, so that today's part can be used today and tomorrow's can't, and a rest remains until the end. It
 * is a part of the share, not of the month: a panel that begins on the last evening has a small share, and
 * must read its room with it.
 */
const reserveToTheEnd = 0.02
const reserveOfWhatIsLeft = 0.08

/**
 * When less than these parts of the reserve is left, readings around boundaries stop, and readings after
 * touches become the least. The remaining calls are for ending and releasing.
 */
const boundariesStopAt = 0.75
const touchesAreLeastAt = 0.5

/**
 * With fewer calls for each remaining office hour than this, boundaries and touches become `few`. The last
 * two hours count as two hours, however little of them is left.
 */
const callsForAll = 20
const leastHoursForAll = hours(2)

/**
 * Measured by `npm run budget` for one office hour. `calls`: the calls for boundaries, touches, replies and
 * their proofs. `putOffs`: how often these readings postpone the next reading at the interval; readings
 * within seconds of each other count once.
 */
const otherReadings = {
  all: { calls: 11.5, putOffs: 5 },
  few: { calls: 6, putOffs: 2.5 },
}
/** Readings at the interval always get at least this part of the calls. */
const leastShareOfInterval = 0.2

const shortestInterval = seconds(30)
const shortestNightInterval = minutes(30)
/**
 * Nights and weekends get at most this part. With 8,000 calls it pays for their shortest interval in every
 * month.
 */
const mostShareOfNights = 1 / 7
/** Even with the fewest calls left, the schedule is read this often without a touch. */
const longestInterval = hours(2)
const longestNightInterval = hours(12)

/** The panel notices a closing within five minutes, answer included, and at night within some hours. */
const shortestRoomInterval = minutes(4.8)
const longestRoomInterval = hours(2)
const shortestRoomNightInterval = hours(2)
/**
 * The part of the office hours in which no booking occupies the room, as `npm run budget` measures it. The
 * room is read at its interval only then.
 */
const freeShare = 0.6
/**
 * Readings of the room leave enough calls to keep the schedule fresh throughout a grace, but always get at
 * least this part of both.
 */
const leastShareOfRoom = 0.3
const freshInterval = minutes(13)

/** The calls that only people's actions may spend. */
export const reserveOf = ({ calls, shareLeft }: CallBudget): number =>
  calls * (reserveToTheEnd + reserveOfWhatIsLeft * shareLeft)

export function allowanceOf(budget: CallBudget, inOfficeHours: boolean): Allowance {
  const unspent = Math.max(budget.calls - budget.spent, 0)
  const reserve = reserveOf(budget)
  const free = Math.max(unspent - reserve, 0)
  const hoursForAll = Math.max(budget.officeLeft, leastHoursForAll) / hours(1)
  const extent = free >= callsForAll * hoursForAll ? 'all' : 'few'
  return {
    ...(inOfficeHours ? officeIntervals(budget, free, otherReadings[extent]) : nightIntervals(budget, free)),
    boundaries: unspent > reserve * boundariesStopAt ? extent : 'none',
    touches: unspent > reserve * touchesAreLeastAt ? extent : 'least',
  }
}

type Intervals = Pick<Allowance, 'interval' | 'roomInterval'>

/**
 * Every reading postpones the next reading at the interval. If `putOffs` readings an hour come at random, the
 * number of readings an hour that are made at the interval is putOffs / (e^(putOffs · interval) - 1). Solved
 * here for the interval.
 */
function officeIntervals(
  budget: CallBudget,
  free: number,
  { calls, putOffs }: typeof otherReadings.all,
): Intervals {
  const officeHours = budget.officeLeft / hours(1)
  const nights = nightIntervals(budget, free)
  const others =
    budget.otherLeft / nights.interval + budget.otherLeft / nights.roomInterval + calls * officeHours
  const both = Math.max(free - others, free * leastShareOfInterval)
  if (both < 1) return { interval: longestInterval, roomInterval: longestRoomInterval }
  const fresh = (putOffs * officeHours) / Math.expm1((putOffs * freshInterval) / hours(1))
  const mostOfRoom = Math.max(both - fresh, both * leastShareOfRoom)
  const roomInterval = officeRoomInterval(budget.officeLeft * freeShare, mostOfRoom)
  const own = both - Math.min((budget.officeLeft * freeShare) / roomInterval, mostOfRoom)
  const interval = (hours(1) * Math.log1p((putOffs * officeHours) / own)) / putOffs
  return { interval: Math.min(Math.max(interval, shortestInterval), longestInterval), roomInterval }
}

/**
 * A closing is rarer than a booking. If readings of the room would cost more than their part, their number
 * falls with the square of the calls available, and the calls saved go to the schedule.
 */
function officeRoomInterval(freeLeft: number, calls: number): number {
  const excess = freeLeft / shortestRoomInterval / calls
  return Math.min(shortestRoomInterval * Math.max(excess, 1) ** 2, longestRoomInterval)
}

/**
 * A night that is read every half hour is known throughout. If the calls don't pay for that, an occasional
 * reading at night helps hardly any visitor. The number of readings at night therefore falls with the square
 * of the calls available, and the calls saved go to the days.
 */
function nightIntervals({ otherLeft }: CallBudget, free: number): Intervals {
  const excess = otherLeft / shortestNightInterval / (free * mostShareOfNights)
  const interval =
    free < 1
      ? longestNightInterval
      : Math.min(shortestNightInterval * Math.max(excess, 1) ** 2, longestNightInterval)
  return { interval, roomInterval: Math.max(interval, shortestRoomNightInterval) }
}
