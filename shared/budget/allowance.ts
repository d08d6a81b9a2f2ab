import { hours, minutes, seconds } from '../time/time.ts'

/** What is left of the panel's share of the month's calls, and of the time that it is for. */
export interface CallBudget {
  readonly calls: number
  readonly spent: number
  /** Ms until the month ends in which the office works, and in which it doesn't. */
  readonly officeLeft: number
  readonly otherLeft: number
  /** The part of the time that the share is for that is still to come, from 0 to 1. */
  readonly shareLeft: number
}

/** What the budget lets the panel read by itself just now (law 9). */
export interface Allowance {
  /** The time between two readings when nothing else asks for one, ms. */
  readonly interval: number
  /** The same for readings of the room itself, while nobody has it: green rests on them, too. */
  readonly roomInterval: number
  /** `few`: each is read once, right after it, and not before. */
  readonly boundaries: 'all' | 'few' | 'none'
  /** `few`: only what is older than some seconds is read again; `least`: only what proves nothing any more. Never none. */
  readonly touches: 'all' | 'few' | 'least'
}

/**
 * Kept for people: the interval can't spend it. It shrinks as the month goes by, so that today's part of it can be used
 * today and tomorrow's can't, and something of it is there until the end. A part of the share and not of the month: a panel
 * that begins on the last evening has a small share, and must see its room with it.
 */
const reserveToTheEnd = 0.02
const reserveOfWhatIsLeft = 0.08

/** Below these parts of the reserve boundaries stop, and touches are least: what is left then is for ending and releasing. */
const boundariesStopAt = 0.75
const touchesAreLeastAt = 0.5

/** With fewer calls for an office hour than this, boundaries and touches are few. The last hours count as two of them. */
const callsForAll = 20
const leastHoursForAll = hours(2)

/**
 * An office hour beside the intervals, as `npm run budget` measures it: the calls for boundaries, touches, replies and their
 * proofs; and how many times these put the interval off, where what is read within seconds counts once.
 */
const besideInterval = {
  all: { calls: 11.5, putOffs: 5 },
  few: { calls: 6, putOffs: 2.5 },
}
/** However little there is, the intervals get this part. */
const leastShareOfInterval = 0.2

const shortestInterval = seconds(30)
const shortestNightInterval = minutes(30)
/** Nights and weekends get at most this part. With 8,000 calls it is enough for their shortest interval in every month. */
const mostShareOfNights = 1 / 7
/** However little is left, so often the room is seen without anybody's touch. */
const longestInterval = hours(2)
const longestNightInterval = hours(12)

/** A room that is closed is seen within five minutes, the answer included, and at night within some hours. */
const shortestRoomInterval = minutes(4.8)
const longestRoomInterval = hours(2)
const shortestRoomNightInterval = hours(2)
/** The part of the office hours in which nobody has the room, as `npm run budget` has it: only then is it read at its interval. */
const freeShare = 0.6
/** The room's own readings leave the schedule as many as keep it fresh throughout a grace; but they always get this part of both. */
const leastShareOfRoom = 0.3
const freshInterval = minutes(13)

/** The calls that are kept for people. */
export const reserveOf = ({ calls, shareLeft }: CallBudget): number =>
  calls * (reserveToTheEnd + reserveOfWhatIsLeft * shareLeft)

export function allowanceOf(budget: CallBudget, inOfficeHours: boolean): Allowance {
  const unspent = Math.max(budget.calls - budget.spent, 0)
  const reserve = reserveOf(budget)
  const free = Math.max(unspent - reserve, 0)
  const hoursForAll = Math.max(budget.officeLeft, leastHoursForAll) / hours(1)
  const extent = free >= callsForAll * hoursForAll ? 'all' : 'few'
  return {
    ...(inOfficeHours ? officeIntervals(budget, free, besideInterval[extent]) : nightIntervals(budget, free)),
    boundaries: unspent > reserve * boundariesStopAt ? extent : 'none',
    touches: unspent > reserve * touchesAreLeastAt ? extent : 'least',
  }
}

type Intervals = Pick<Allowance, 'interval' | 'roomInterval'>

/**
 * Each reading puts the interval off, whatever asked for it. If `putOffs` of them come by chance in an hour, so many readings
 * an hour are the interval's own: putOffs / (e^(putOffs · interval) - 1). This is that the other way round.
 */
function officeIntervals(
  budget: CallBudget,
  free: number,
  { calls, putOffs }: typeof besideInterval.all,
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
 * A closing is rarer than a booking: where the room's readings would take more than their part they fall faster than what there
 * is, and the schedule gets it.
 */
function officeRoomInterval(freeLeft: number, calls: number): number {
  const excess = freeLeft / shortestRoomInterval / calls
  return Math.min(shortestRoomInterval * Math.max(excess, 1) ** 2, longestRoomInterval)
}

/**
 * A night that is read every half hour is known throughout. Where that costs too much it is not, and a reading now and then
 * helps hardly anybody: so what nights cost falls faster than what there is, and the days get it.
 */
function nightIntervals({ otherLeft }: CallBudget, free: number): Intervals {
  const excess = otherLeft / shortestNightInterval / (free * mostShareOfNights)
  const interval =
    free < 1
      ? longestNightInterval
      : Math.min(shortestNightInterval * Math.max(excess, 1) ** 2, longestNightInterval)
  return { interval, roomInterval: Math.max(interval, shortestRoomNightInterval) }
}
