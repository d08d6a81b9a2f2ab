import { actionOf, actionUnderWay } from '../action/action.ts'
import type { Booking, BookingId } from '../booking/booking.ts'
import { isPresumed, isTapped, opensAt } from '../check-in/check-in-at.ts'
import { graceEndOf, isBookedAfterStart, wholeOffer } from '../check-in/offer-of.ts'
import { graceUsed, isAlive } from '../check-in/offer.ts'
import { contentOf } from '../panel/journal-state.ts'
import { wasAttempted, wasDecided } from '../panel/journal.ts'
import type { Panel } from '../panel/panel.ts'
import { err, ok, type Result } from '../result.ts'
import type { Moment } from '../time/moment.ts'
import { contains, type Instant, minutes, plus, seconds } from '../time/time.ts'
import { asksForCheckIn, isExempt, type Policy, rulesFor } from './policy.ts'
import type { KeepReason, ReleaseOutcome } from './release.ts'

/**
 * A release needs a schedule that was read within this time (law 2c), and a clock that agrees with the
 * server's within that (law 2d). In ms.
 */
const freshForRelease = seconds(10)
export const mostClockError = seconds(30)

/** How long a booking is not tried again after a release that was kept, ms. */
const pauseAfterKept = minutes(5)

/**
 * All of law 2: the booking if it may be released at this very moment, or the reason why it is kept. The
 * answer is the same in the mode `observe`; the caller must then send no reply.
 */
export function mayRelease(
  panel: Panel,
  policy: Policy,
  id: BookingId,
  moment: Moment,
): Result<Booking, KeepReason> {
  return wasAttempted(contentOf(panel.journal), { id })
    ? err('attemptedBefore')
    : stillMayRelease(panel, policy, id, moment)
}

/** The same without `attemptedBefore`, for after the attempt was written to the journal. */
export function stillMayRelease(
  panel: Panel,
  policy: Policy,
  id: BookingId,
  moment: Moment,
): Result<Booking, KeepReason> {
  const running = runningBy(panel, id, moment)
  if (!running.ok) return running
  const booking = running.value
  const reason = reasonToKeep(panel, policy, booking) ?? reasonToWait(panel, policy, booking, moment)
  return reason === undefined ? running : err(reason)
}

/**
 * All of law 2 but what only a page can know: whether people could check in at it for the whole grace. That is
 * for a hub, whose doors say so with their votes. Nor does the hub release in the mode `observe`.
 */
export function mayReleaseOnVotes(
  panel: Panel,
  policy: Policy,
  id: BookingId,
  moment: Moment,
): Result<Booking, KeepReason> {
  const running = runningBy(panel, id, moment)
  if (!running.ok) return running
  if (wasAttempted(contentOf(panel.journal), { id })) return err('attemptedBefore')
  if (rulesFor(policy, running.value).mode !== 'auto') return err('exempt')
  const reason = reasonToKeep(panel, policy, running.value)
  if (reason !== undefined) return err(reason)
  return moment.clockError <= mostClockError ? running : err('clockUnsure')
}

/** The booking, if a reading that was just made has it, and it runs. */
function runningBy({ reading }: Panel, id: BookingId, { now }: Moment): Result<Booking, KeepReason> {
  const { schedule, failure } = reading
  if (failure !== undefined) return err('calendarUnreachable')
  if (schedule === undefined || now - schedule.readAt > freshForRelease) return err('scheduleStale')
  const booking = schedule.bookings.find((one) => one.id === id && contains(one, now))
  return booking === undefined ? err('bookingChanged') : ok(booking)
}

/** A reason to keep the booking that does not depend on the time. */
function reasonToKeep(panel: Panel, policy: Policy, booking: Booking): KeepReason | undefined {
  if (panel.journal.kind !== 'kept') return 'journalUnreadable'
  const { completeSince, seriesHarm } = panel.journal.content
  if (isTapped(panel, booking)) return 'checkedIn'
  if (!asksForCheckIn(rulesFor(policy, booking)) || isExempt(booking, policy)) return 'exempt'
  if (completeSince !== undefined && mayBeMissing(completeSince, policy, booking)) return 'journalIncomplete'
  if (isBookedAfterStart(panel, booking)) return 'bookedAfterStart'
  if (isPresumed(panel, policy, booking)) return 'offerInterrupted'
  return seriesHarm === undefined ? undefined : 'seriesGuard'
}

/**
 * Whether a lost journal may hold a check-in to this booking. The check-in may have been made before the
 * meeting was moved, so the booking is kept until `exemptFrom` has passed since the loss.
 */
const mayBeMissing = (completeSince: Instant | 'unknown', policy: Policy, booking: Booking): boolean =>
  completeSince === 'unknown' ||
  opensAt(booking, policy) < plus(completeSince, rulesFor(policy, booking).exemptFrom)

function reasonToWait(
  panel: Panel,
  policy: Policy,
  booking: Booking,
  { elapsed, clockError }: Moment,
): KeepReason | undefined {
  if (!(clockError <= mostClockError)) return 'clockUnsure'
  const offer = wholeOffer(panel, policy, booking)
  if (offer === undefined || !isAlive(offer, elapsed)) return 'offerInterrupted'
  const { grace } = rulesFor(policy, booking)
  if (graceUsed(offer, booking, panel.touchedAt) >= grace) return undefined
  return graceUsed(offer, booking, undefined) >= grace ? 'touched' : 'offerInterrupted'
}

/**
 * When a running booking is released if no check-in is made; undefined if it won't be, as far as the panel
 * knows.
 */
export function releaseAt(panel: Panel, policy: Policy, booking: Booking): Instant | undefined {
  const content = contentOf(panel.journal)
  if (wasAttempted(content, booking) || wasDecided(content, booking.id, 'observed')) return undefined
  const graceEnd = graceEndOf(panel, policy, booking)
  if (graceEnd === undefined || reasonToKeep(panel, policy, booking) !== undefined) return undefined
  const end = latest(graceEnd, restOf(panel, booking))
  return end < booking.end ? end : undefined
}

/** The booking whose release is due now. */
export function releaseDue(panel: Panel, policy: Policy, moment: Moment): Booking | undefined {
  const { schedule, failure } = panel.reading
  const isReleasing = actionUnderWay(panel.actions, 'release') !== undefined
  if (isReleasing || schedule === undefined || failure !== undefined) return undefined
  return schedule.bookings.find(
    (booking) =>
      contains(booking, moment.now) &&
      !isResting(panel, booking, moment.now) &&
      releaseAt(panel, policy, booking) !== undefined &&
      reasonToWait(panel, policy, booking, moment) === undefined,
  )
}

function isResting(panel: Panel, booking: Booking, now: Instant): boolean {
  const end = restOf(panel, booking)
  return end !== undefined && now < end
}

const restOf = (panel: Panel, { id }: Booking): Instant | undefined =>
  actionOf(panel.actions, 'release')?.booking === id ? restEnds(panel) : undefined

/**
 * When a booking may be tried again after its release was kept. Undefined if a touch kept it: the visitor has
 * a grace of their own.
 */
export function restEnds({ actions }: Panel): Instant | undefined {
  const release = actionOf(actions, 'release')
  return release?.stage === 'settled' && !isHeldByTouch(release.outcome)
    ? plus(release.at, pauseAfterKept)
    : undefined
}

const isHeldByTouch = (outcome: ReleaseOutcome): boolean =>
  outcome.kind === 'kept' && outcome.because === 'touched'

const latest = (one: Instant, other: Instant | undefined): Instant =>
  other === undefined || other < one ? one : other
