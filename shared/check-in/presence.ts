import type { Booking, BookingId } from '../booking/booking.ts'
import type { Schedule } from '../reading/reading.ts'
import { days, type Instant, overlaps } from '../time/time.ts'
import { type CheckIn, checkInTo, countsFor, longestBreak } from './check-in.ts'

/** The other bookings, sorted by start, and which check-ins count. */
interface Around {
  readonly bookings: readonly Booking[]
  /** Count only presumed check-ins; otherwise count only check-ins that were made at the door. */
  readonly presumed?: boolean
  /** Whether a booking counts as occupied without a check-in. */
  readonly isOccupied?: (booking: Booking) => boolean
}

/**
 * Whether one of these check-ins counts for a booking: directly, or through earlier bookings of the same
 * organiser that follow each other without a break longer than `longestBreak`.
 */
export function isCheckedIn(checkIns: readonly CheckIn[], booking: Booking, around: Around): boolean {
  const { presumed = false } = around
  // A stay lasts a day at most, so older check-ins can't lead to this booking.
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
 * The check-ins that a reading changes, with their new values. A check-in takes the interval of its booking.
 * If its booking is gone in the same reading in which another booking of the same meeting appeared, the
 * booking was moved, and the check-in moves with it.
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
    return moved === undefined ? [] : [movedTo(moved, checkIn)]
  })
}

/** A series that is moved as a whole moves all its instances: the check-in goes to the nearest one. */
const nearest = (bookings: readonly Booking[], start: Instant): Booking | undefined =>
  bookings.toSorted((one, other) => Math.abs(one.start - start) - Math.abs(other.start - start))[0]

const movedTo = (booking: Booking, { at, isPresumed }: CheckIn): CheckIn => ({
  ...checkInTo(booking, at),
  ...(isPresumed && { isPresumed }),
})

/**
 * All check-ins, with `newer` ones replacing older ones to the same booking. A presumed check-in never
 * replaces one that was made at the door.
 */
export function joined(older: readonly CheckIn[], newer: readonly CheckIn[]): readonly CheckIn[] {
  if (newer.length === 0) return older
  const all = new Map<BookingId, CheckIn>()
  for (const checkIn of [...older, ...newer]) {
    const known = all.get(checkIn.booking)
    const isPresumptionOfKnown =
      checkIn.isPresumed === true && known !== undefined && known.isPresumed === undefined
    all.set(checkIn.booking, isPresumptionOfKnown ? { ...known, end: checkIn.end } : checkIn)
  }
  return [...all.values()]
}

/**
 * The check-ins of a booking whose people left at `at`. They end then, so that they count for no later
 * booking.
 */
export const leftAt = (checkIns: readonly CheckIn[], booking: BookingId, at: Instant): readonly CheckIn[] =>
  checkIns
    .filter((checkIn) => checkIn.booking === booking && checkIn.end > at)
    .map((checkIn) => ({ ...checkIn, end: at > checkIn.start ? at : checkIn.start }))
