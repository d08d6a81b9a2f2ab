import type { Booking } from '../booking/booking.ts'
import type { ProblemCode } from '../reading/problem.ts'
import { type Instant, instantOf, type Interval, minutes, plus } from '../time/time.ts'
import { freeStretch, type RoomToBook } from './bookable-lengths.ts'
import type { NearRoom } from './near-rooms.ts'
import type { Bookable } from './wish.ts'

/** The rooms that a visitor looks for, because this one is taken or closed. */
export type FoundRooms =
  | { readonly kind: 'looking' }
  | { readonly kind: 'found'; readonly rooms: readonly FoundRoom[]; readonly at: Instant }
  | { readonly kind: 'failed'; readonly because: ProblemCode; readonly at: Instant }

/** A room that is free now, and the time for which it would be booked. */
export interface FoundRoom extends NearRoom, Interval {
  /** When its next booking begins today. */
  readonly freeUntil?: Instant
}

/** For how long another room is booked, ms: it can be extended at its own door. A shorter stretch is not worth the way. */
const bookedFor = minutes(30)
/** How many fit on the screen. */
const mostFound = 6
/** How long what was found can be booked, ms. It is looked at again before. */
const servesFor = minutes(2)

/** The facts that a search by this door goes by, beside each room's own. */
export type FindRules = Pick<RoomToBook, 'rules' | 'limits' | 'today'>

/** The rooms of `near` that are free for long enough, in their order. */
export function freeAmong(
  near: readonly NearRoom[],
  busy: ReadonlyMap<string, readonly Booking[]>,
  rules: FindRules,
  now: Instant,
): readonly FoundRoom[] {
  const found = near.flatMap((room) => foundRoom(room, busy.get(room.id), rules, now) ?? [])
  return found.slice(0, mostFound)
}

function foundRoom(
  room: NearRoom,
  bookings: readonly Booking[] | undefined,
  { rules, limits, today }: FindRules,
  now: Instant,
): FoundRoom | undefined {
  if (bookings === undefined) return undefined
  const free = freeStretch(
    { schedule: { bookings, window: today }, room, rules, limits, bookedOfDay: 0, today },
    now,
  )
  const end = free && instantOf(Math.min(free.end, plus(free.start, bookedFor)))
  if (free === undefined || end === undefined || end - free.start < bookedFor) return undefined
  const next = bookings.find(({ start }) => start > now)?.start
  return { ...room, start: free.start, end, ...(next !== undefined && { freeUntil: next }) }
}

/** The found rooms that can still be booked. */
export const bookableElsewhere = (found: FoundRooms | undefined, now: Instant): readonly Bookable[] =>
  found?.kind === 'found' && now < plus(found.at, servesFor)
    ? found.rooms.map(({ id: room, start, end }) => ({ wish: { kind: 'elsewhere', room }, start, end }))
    : []

/** The same with what a second look at one of the rooms has shown. */
export const withSecondLook = (
  found: Extract<FoundRooms, { kind: 'found' }>,
  id: string,
  free: FoundRoom | undefined,
): FoundRooms => ({
  ...found,
  rooms: found.rooms.flatMap((room) => (room.id === id ? (free ?? []) : room)),
})
