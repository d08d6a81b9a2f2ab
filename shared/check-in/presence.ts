import type { Booking, BookingId } from '../booking/booking.ts'
import type { Schedule } from '../reading/reading.ts'
import { days, type Instant, overlaps } from '../time/time.ts'
import { type CheckIn, checkInTo, countsFor, longestBreak } from './check-in.ts'

/** The bookings around the one that is asked about, sorted by start, and what counts. */
interface Around {
  readonly bookings: readonly Booking[]
  /** Only what is presumed counts; else only what somebody said. */
  readonly presumed?: boolean
  /** Bookings that have people in the room without a check-in. */
  readonly isOccupied?: (booking: Booking) => boolean
}

/**
 * Whether one of these check-ins counts for a booking: by itself, or through earlier bookings of the same organiser that
 * follow each other without a longer break.
 */
export function isCheckedIn(checkIns: readonly CheckIn[], booking: Booking, around: Around): boolean {
  const { presumed = false } = around
  // A stay is one day's: what is over for longer can't lead here.
  const near = checkIns.filter(
    ({ end, isPresumed = false }) => isPresumed === presumed && end > booking.start - days(1),
  )
  if (near.some((checkIn) => countsFor(checkIn, booking))) return true
  return (near.length > 0 || around.isOccupied !== undefined) && isStay(near, booking, around)
}

function isStay(checkIns: readonly CheckIn[], booking: Booking, { bookings, isOccupied }: Around): boolean {
  const name = booking.organizer?.name
  if (name === undefined) return false
  let stayedUntil = -Infinity
  for (const other of bookings) {
    if (other.start >= booking.start) break
    if (other.organizer?.name !== name || other.end <= stayedUntil) continue
    const goesOn =
      other.start <= stayedUntil + longestBreak ||
      isOccupied?.(other) === true ||
      checkIns.some((checkIn) => countsFor(checkIn, other))
    if (goesOn) stayedUntil = other.end
  }
  return booking.start <= stayedUntil + longestBreak
}

/**
 * The check-ins that a reading changes, as they are by it: the interval follows the booking, and where a booking vanished
 * in the very reading in which another one of its meeting appeared, it was moved, and its people with it.
 */
export function followed(
  checkIns: readonly CheckIn[],
  before: Schedule | undefined,
  after: Schedule,
): readonly CheckIn[] {
  if (checkIns.length === 0 || before?.bookings === after.bookings) return []
  const known = new Set(before?.bookings.map(({ id }) => id))
  const listed = new Map(after.bookings.map((booking) => [booking.id, booking]))
  const appeared = after.bookings.filter(
    (booking) => !known.has(booking.id) && before !== undefined && overlaps(before.window, booking),
  )
  return checkIns.flatMap((checkIn) => {
    const same = listed.get(checkIn.booking)
    if (same !== undefined) return same.end === checkIn.end ? [] : [{ ...checkIn, end: same.end }]
    if (!known.has(checkIn.booking) || !overlaps(after.window, checkIn)) return []
    const moved = nearest(
      appeared.filter(({ meeting }) => meeting === checkIn.meeting),
      checkIn.start,
    )
    return moved === undefined ? [] : [carriedTo(moved, checkIn)]
  })
}

/** A series that is moved as a whole takes all of its instances along: the people of one go with that one. */
const nearest = (bookings: readonly Booking[], start: Instant): Booking | undefined =>
  bookings.toSorted((one, other) => Math.abs(one.start - start) - Math.abs(other.start - start))[0]

const carriedTo = (booking: Booking, { at, isPresumed }: CheckIn): CheckIn => ({
  ...checkInTo(booking, at),
  ...(isPresumed && { isPresumed }),
})

/** These check-ins, and the newer ones in the place of those to the same booking. What somebody said outweighs a presumption. */
export function joined(older: readonly CheckIn[], newer: readonly CheckIn[]): readonly CheckIn[] {
  if (newer.length === 0) return older
  const all = new Map<BookingId, CheckIn>()
  for (const checkIn of [...older, ...newer]) {
    const known = all.get(checkIn.booking)
    const isLess = checkIn.isPresumed === true && known !== undefined && known.isPresumed === undefined
    all.set(checkIn.booking, isLess ? { ...known, end: checkIn.end } : checkIn)
  }
  return [...all.values()]
}

/** The people of a booking left at `at`: from then on they are in no other booking's room. */
export const leftAt = (checkIns: readonly CheckIn[], booking: BookingId, at: Instant): readonly CheckIn[] =>
  checkIns
    .filter((checkIn) => checkIn.booking === booking && checkIn.end > at)
    .map((checkIn) => ({ ...checkIn, end: at > checkIn.start ? at : checkIn.start }))
