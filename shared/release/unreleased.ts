import { actionUnderWay } from '../action/action.ts'
import type { Booking } from '../booking/booking.ts'
import { contentOf } from '../panel/journal-state.ts'
import { type JournalContent, wasAttempted, wasDecided } from '../panel/journal.ts'
import type { Panel } from '../panel/panel.ts'
import type { Moment } from '../time/moment.ts'
import { contains, type Instant, plus, seconds } from '../time/time.ts'
import { mayRelease } from './may-release.ts'
import { asksForCheckIn, type Policy, rulesFor } from './policy.ts'
import type { KeepReason } from './release.ts'

export interface UnreleasedBooking {
  readonly booking: Booking
  readonly because: KeepReason
}

/** A release takes some seconds. A booking that is still listed after them was kept. */
const afterDeadline = seconds(10)

/** When it is certain that a booking was not released at the end of its grace. */
export const unreleasedFrom = (booking: Booking, policy: Policy): Instant =>
  plus(booking.start, rulesFor(policy, booking).grace + afterDeadline)

/**
 * The running bookings that are still listed after their grace, for a reason that the journal does not have
 * yet.
 */
export function unreleasedAt(
  panel: Panel,
  policy: Policy,
  moment: Moment,
  freshFor: number,
): readonly UnreleasedBooking[] {
  const { schedule } = panel.reading
  if (!asksForCheckIn(policy) || schedule === undefined || panel.journal.kind === 'unread') return []
  const overdue = schedule.bookings.filter(
    (booking) => contains(booking, moment.now) && unreleasedFrom(booking, policy) <= moment.now,
  )
  if (overdue.length === 0) return []
  const content = contentOf(panel.journal)
  return (
    overdue
      // The release action records its own outcome.
      .filter(
        (booking) =>
          actionUnderWay(panel.actions, 'release')?.booking !== booking.id && !isDecided(content, booking),
      )
      .flatMap((booking) => {
        // Only the release action knows that its attempt failed. If a power cut ended it, only the attempt is
        // known.
        const because = wasAttempted(content, booking)
          ? 'attemptedBefore'
          : whyKept(panel, policy, booking, moment, freshFor)
        const isNews = because !== undefined && !wasDecided(content, booking.id, 'kept', because)
        return isNews ? [{ booking, because }] : []
      })
  )
}

/** A booking that would have been released, or may have been, gets no `kept` decision as well. */
const isDecided = (content: JournalContent, { id }: Booking): boolean =>
  wasDecided(content, id, 'observed') || wasDecided(content, id, 'uncertain')

function whyKept(
  panel: Panel,
  policy: Policy,
  booking: Booking,
  moment: Moment,
  freshFor: number,
): KeepReason | undefined {
  const may = mayRelease(asReadAgain(panel, moment.now, freshFor), policy, booking.id, moment)
  return may.ok ? undefined : may.error
}

/**
 * The panel as if the schedule had just been read again without a change. A release reads it again, so the age
 * of a reading that is fresh enough to show is no reason to keep.
 */
export function asReadAgain(panel: Panel, now: Instant, freshFor: number): Panel {
  const { schedule } = panel.reading
  return schedule !== undefined && now - schedule.readAt <= freshFor
    ? { ...panel, reading: { ...panel.reading, schedule: { ...schedule, readAt: now } } }
    : panel
}
