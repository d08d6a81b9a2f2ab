import { gapsIn, shortestGap } from '../booking/gaps.ts'
import { hours, type Instant, type Interval, plus } from '../time/time.ts'
import { bookableLengths, freeStretch, type RoomToBook, shortestBooking } from './bookable-lengths.ts'
import type { Reservation } from './reservation.ts'
import type { Bookable, Wish } from './wish.ts'

/** The lengths for which the room can be booked from now on. */
export const lengthsNow = (room: RoomToBook, now: Instant): readonly Bookable[] =>
  lengthsFrom(room, now, { kind: 'now' })

/** The time until the next booking, for a visitor who came early for it. */
export function untilNextBooking(room: RoomToBook, now: Instant): readonly Bookable[] {
  const free = freeStretch(room, now)
  if (free === undefined || !free.isUntilNext || free.end - now < shortestBooking) return []
  return [{ wish: { kind: 'startEarly' }, start: free.start, end: free.end }]
}

/**
 * The lengths for which the gaps of today's office hours can be booked. A visitor can begin where a gap begins
 * and at each full hour in it.
 */
export function gapsToBook(
  room: RoomToBook,
  reservations: readonly Reservation[],
  office: Interval,
  now: Instant,
): readonly Bookable[] {
  const open = reservations.filter(
    ({ wish, state, start }) => wish === 'later' && state.kind === 'booked' && start > now,
  )
  if (open.length >= room.rules.mostLater) return []
  return startsIn(room, office, now).flatMap((start) => lengthsFrom(room, start, { kind: 'later', start }))
}

function startsIn({ schedule, today }: RoomToBook, office: Interval, now: Instant): readonly Instant[] {
  const gaps = gapsIn(schedule.bookings, { start: now, end: office.end })
  return gaps.flatMap((gap) =>
    [gap.start, ...fullHoursIn(gap, today)].filter(
      (start) => start > now && plus(start, shortestGap) <= Math.min(gap.end, office.end),
    ),
  )
}

function fullHoursIn({ start, end }: Interval, today: Interval): readonly Instant[] {
  const found: Instant[] = []
  const passed = Math.floor((start - today.start) / hours(1))
  for (let hour = plus(today.start, hours(passed + 1)); hour < end; hour = plus(hour, hours(1)))
    found.push(hour)
  return found
}

const lengthsFrom = (room: RoomToBook, from: Instant, wish: Wish): readonly Bookable[] =>
  bookableLengths(room, from).map(({ name, start, end }) => ({ wish: { ...wish, length: name }, start, end }))
