import type { AdminVerdict } from '../admin/judging.ts'
import type { Booking } from '../booking/booking.ts'
import { isStill } from '../booking/still-listed.ts'
import { contains, type Instant } from '../time/time.ts'

/**
 * The verdicts about a booking that can be sent to the calendar.
 *
 * - `end`: people in the room say that the meeting is over
 * - `release`: no check-in was made in time
 * - `accept`, `decline`: an administrator says that it stands, or that it leaves the room
 */
export type Verdict = 'end' | 'release' | AdminVerdict

export const verdicts = ['end', 'release', 'accept', 'decline'] as const satisfies readonly Verdict[]

/** A verdict about a booking, and the bookings listed right before it was sent. */
export interface GivenVerdict {
  readonly verdict: Verdict
  readonly booking: Booking
  readonly before: readonly Booking[]
}

/**
 * Whether a booking of a later reading is the one that the verdict was about, possibly under another id. For
 * an end and a release only a booking that runs at `now` counts, because a booking that is over leaves
 * nothing to prove.
 */
export function isMeant(
  { verdict, booking, before }: GivenVerdict,
  now: Instant,
): (other: Booking) => boolean {
  const isThis = isStill(booking, before)
  const needsToRun = verdict === 'end' || verdict === 'release'
  return (other) => isThis(other) && (!needsToRun || contains(other, now))
}

/** Whether a reading shows the effect of the verdict. */
export const showsEffect = (given: GivenVerdict, bookings: readonly Booking[], now: Instant): boolean =>
  bookings.some(isMeant(given, now)) === (given.verdict === 'accept')

/**
 * An accepted booking was listed before, too, so a reading proves that verdict only together with the
 * calendar's answer.
 */
export const isProvenByReading = (verdict: Verdict): boolean => verdict !== 'accept'

/**
 * Whether the verdict is sent to the same meeting under another id. Not a release: people could not check in under that id for a
 * whole grace.
 */
export const followsMeeting = (verdict: Verdict): boolean => verdict !== 'release'
