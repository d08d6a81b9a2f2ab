import type { Booking } from '../../../shared/booking/booking.ts'
import { type Instant, instantOf, type Interval } from '../../../shared/time/time.ts'
import { shortestGap } from './gaps.ts'

/** Bookings that overlap lie side by side: the place among them, and how many places there are. */
export interface Lane {
  readonly lane: number
  readonly lanes: number
}

export interface Placed extends Lane {
  readonly booking: Booking
}

/** Bookings that are not drawn one by one. */
export interface Crowd extends Interval, Lane {
  readonly count: number
}

export interface Lanes {
  readonly placed: readonly Placed[]
  readonly crowds: readonly Crowd[]
}

/** More lanes than these are too narrow for a name. */
const mostLanes = 5

/**
 * Places each booking in the first lane that is free at its start. Bookings that find no lane, or that may
 * not be drawn, become crowds in a lane of their own. All bookings of a group that overlap directly or
 * through others have the same number of lanes. `sorted` is sorted by start.
 */
export function lanesOf(sorted: readonly Booking[], mayBeDrawn: (booking: Booking) => boolean): Lanes {
  const groups = groupsOf(sorted).map((group) => placeGroup(group, mayBeDrawn))
  return {
    placed: groups.flatMap(({ placed }) => placed),
    crowds: joined(groups.flatMap(({ crowds }) => crowds)),
  }
}

/** Bookings that overlap, directly or through others. */
function groupsOf(sorted: readonly Booking[]): readonly (readonly Booking[])[] {
  const groups: Booking[][] = []
  let until = -Infinity
  for (const booking of sorted) {
    if (booking.start < until) groups.at(-1)?.push(booking)
    else groups.push([booking])
    until = Math.max(until, booking.end)
  }
  return groups
}

function placeGroup(group: readonly Booking[], mayBeDrawn: (booking: Booking) => boolean): Lanes {
  const ends: Instant[] = []
  const placed: { readonly booking: Booking; readonly lane: number }[] = []
  const left: Booking[] = []
  for (const booking of group) {
    const vacant = ends.findIndex((end) => end <= booking.start)
    const lane = vacant === -1 ? ends.length : vacant
    if (lane < mostLanes && mayBeDrawn(booking)) {
      ends[lane] = booking.end
      placed.push({ booking, lane })
    } else left.push(booking)
  }
  const crowd = crowdOf(left)
  const lanes = ends.length + (crowd === undefined ? 0 : 1)
  return {
    placed: placed.map((place) => ({ ...place, lanes })),
    crowds: crowd === undefined ? [] : [{ ...crowd, lane: lanes - 1, lanes }],
  }
}

function crowdOf(bookings: readonly Booking[]): Omit<Crowd, keyof Lane> | undefined {
  const [first] = bookings
  if (first === undefined) return undefined
  const end = bookings.reduce((latest, booking) => Math.max(latest, booking.end), 0)
  return { start: first.start, end: instantOf(end), count: bookings.length }
}

/** Joins crowds whose gaps are too short for a meeting, so that a day has a few dozen of them at most. */
function joined(crowds: readonly Crowd[]): readonly Crowd[] {
  const all: Crowd[] = []
  for (const crowd of crowds) {
    const last = all.at(-1)
    if (last !== undefined && isAlone(last) && isAlone(crowd) && crowd.start - last.end < shortestGap)
      all[all.length - 1] = { ...last, end: crowd.end, count: last.count + crowd.count }
    else all.push(crowd)
  }
  return all
}

const isAlone = ({ lanes }: Lane): boolean => lanes === 1
