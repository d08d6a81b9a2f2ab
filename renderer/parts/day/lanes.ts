import { type Instant, instantOf, type Interval } from '../../../shared/time/time.ts'
import type { Drawn } from './drawn.ts'

/** Bookings that overlap lie side by side: the place among them, and how many places there are. */
export interface Lane {
  readonly lane: number
  readonly lanes: number
}

export interface Placed extends Lane, Drawn {}

/** Bookings that are not drawn one by one. */
export interface Crowd extends Interval, Lane {
  readonly count: number
}

export interface Lanes {
  readonly placed: readonly Placed[]
  readonly crowds: readonly Crowd[]
}

/** More lanes than these are too narrow for a name. */
const mostLanes = 3

/**
 * Places each booking in the first lane that is free at its start. All bookings of a group that overlap directly or through others have the
 * same number of lanes. Where three lanes are not enough, the third counts the bookings that the first two don't hold; bookings for which
 * `goesFirst` holds are drawn before the others. `drawn` is sorted by start.
 */
export function lanesOf(drawn: readonly Drawn[], goesFirst: (drawn: Drawn) => boolean): Lanes {
  const groups = groupsOf(drawn).map((group) => placeGroup(group, goesFirst))
  return {
    placed: groups.flatMap(({ placed }) => placed),
    crowds: groups.flatMap(({ crowds }) => crowds),
  }
}

/** Groups of bookings that overlap, directly or through others. */
function groupsOf<Stretch extends Interval>(sorted: readonly Stretch[]): readonly (readonly Stretch[])[] {
  const groups: Stretch[][] = []
  let until = -Infinity
  for (const stretch of sorted) {
    if (stretch.start < until) groups.at(-1)?.push(stretch)
    else groups.push([stretch])
    until = Math.max(until, stretch.end)
  }
  return groups
}

function placeGroup(group: readonly Drawn[], goesFirst: (drawn: Drawn) => boolean): Lanes {
  const all = inLanes(group, mostLanes)
  if (all !== undefined) return { placed: all, crowds: [] }
  const chosen = choose(group, mostLanes - 1, goesFirst)
  const left = group.filter((one) => !chosen.has(one))
  const place = { lane: mostLanes - 1, lanes: mostLanes }
  const placed =
    inLanes(
      group.filter((one) => chosen.has(one)),
      mostLanes - 1,
    ) ?? []
  return {
    placed: placed.map((one) => ({ ...one, lanes: mostLanes })),
    crowds: groupsOf(left).map((crowd) => ({ ...hullOf(crowd), ...place, count: crowd.length })),
  }
}

/**
 * Places each booking in the first lane that is free at its start; undefined if that needs more than `most`
 * lanes.
 */
function inLanes(group: readonly Drawn[], most: number): readonly Placed[] | undefined {
  const ends: Instant[] = []
  const lanes: number[] = []
  for (const { start, end } of group) {
    const vacant = ends.findIndex((one) => one <= start)
    const lane = vacant === -1 ? ends.length : vacant
    if (lane >= most) return undefined
    ends[lane] = end
    lanes.push(lane)
  }
  return group.map((one, index) => ({ ...one, lane: lanes[index] ?? 0, lanes: ends.length }))
}

/** As many as lie in `most` lanes: first those that go first, then one after the other. */
function choose(group: readonly Drawn[], most: number, goesFirst: (drawn: Drawn) => boolean): Set<Drawn> {
  const chosen = new Set<Drawn>()
  const inTurn = [...group.filter(goesFirst), ...group.filter((one) => !goesFirst(one))]
  for (const one of inTurn) if (hasPlace(one, chosen, most)) chosen.add(one)
  return chosen
}

/** Whether fewer than `most` of the chosen lie beside it, at each moment. */
function hasPlace(one: Interval, chosen: ReadonlySet<Drawn>, most: number): boolean {
  const beside = [...chosen].filter(({ start, end }) => start < one.end && one.start < end)
  const moments = [one.start, ...beside.map(({ start }) => start).filter((start) => start > one.start)]
  return moments.every((at) => beside.filter(({ start, end }) => start <= at && at < end).length < most)
}

/** The time from the first start to the last end of bookings that are sorted by start. */
function hullOf(stretches: readonly Interval[]): Interval {
  const end = stretches.reduce((latest, stretch) => Math.max(latest, stretch.end), 0)
  return { start: instantOf(stretches[0]?.start ?? end), end: instantOf(end) }
}
