import { actionUnderWay } from '../../shared/action/action.ts'
import type { Booking } from '../../shared/booking/booking.ts'
import { checkInTo } from '../../shared/check-in/check-in.ts'
import { type Decision, withDecision } from '../../shared/panel/journal.ts'
import { mayRelease } from '../../shared/release/may-release.ts'
import { rulesFor } from '../../shared/release/policy.ts'
import { type KeepReason, keepReasons, type ReleaseOutcome } from '../../shared/release/release.ts'
import type { Result } from '../../shared/result.ts'
import type { DoorCalendar } from '../reservation-calendar.ts'
import type { Clock } from '../ports.ts'
import { wasBookedThere } from './booked-there.ts'
import type { DeliverVerdict, DeliveryRefusal } from './deliver-verdict.ts'
import type { SeriesGuard } from './guard-series.ts'
import { createLastLook, earned, noteSent } from './last-look.ts'
import { withLastWord } from './last-word.ts'
import { releaseTogether, type ReleaseTogetherParts } from './release-together.ts'
import { siblingsBefore } from './siblings-before.ts'

/**
 * Gives the room back, because no check-in to this booking was made in time, if law 2 holds at that very
 * moment.
 */
export type ReleaseNoShow = (booking: Booking) => Promise<void>

export interface ReleaseNoShowParts extends ReleaseTogetherParts {
  readonly calendar: DoorCalendar
  readonly seriesGuard: SeriesGuard
  readonly deliver: DeliverVerdict
}

export function createReleaseNoShow(parts: ReleaseNoShowParts): ReleaseNoShow {
  const { clock, panel, log } = parts
  const { releases } = parts.calendar
  const release = async (booking: Booking): Promise<ReleaseOutcome> => {
    if (releases === undefined) return releaseAlone(parts, booking)
    const isBookedThere = await isBookedAtDoor(parts, booking)
    if (isBookedThere !== false) return keptFor(parts, booking, isBookedThere)
    return releaseTogether(parts, releases, booking)
  }
  return async (booking) => {
    if (actionUnderWay(panel.current().actions, 'release') !== undefined) return
    const about = { kind: 'release', booking: booking.id, listed: booking } as const
    panel.apply({ kind: 'action', action: { ...about, stage: 'asked' } })
    const settle = async (outcome: ReleaseOutcome): Promise<void> => {
      log.info('release.settled', { booking: booking.id, outcome })
      // A hub that asked and has had no answer is told.
      releases?.decline(booking.id, voteAfter(outcome))
      const decision = decisionOf(booking, outcome, clock)
      await parts.record((content) => withDecision(content, decision))
      panel.apply({ kind: 'action', action: { ...about, stage: 'settled', outcome, at: clock.now() } })
    }
    await withLastWord<ReleaseOutcome>(() => release(booking), settle)
  }
}

/** Releases the booking by this panel's own call. */
async function releaseAlone(parts: ReleaseNoShowParts, booking: Booking): Promise<ReleaseOutcome> {
  const { clock, refresh, rulesAt } = parts
  const isObserved = (): boolean => rulesFor(rulesAt().policy, booking).mode === 'observe'
  // The reply's needs are fetched before, so that no other wait comes between the reading and the reply.
  const [siblings, isBookedThere] = await Promise.all([
    isObserved() ? undefined : siblingsBefore(parts, booking),
    isBookedAtDoor(parts, booking),
  ])
  if (isBookedThere !== false) return keptFor(parts, booking, isBookedThere)
  await refresh(clock.elapsed())
  const may = earned(parts, booking.id, mayRelease)
  if (!may.ok) return kept(may.error)
  if (isObserved()) return { kind: 'observed' }
  if (siblings === undefined) return kept('seriesUnknown')
  const look = createLastLook(parts, may.value)
  const mayGo = async (): Promise<Result<void, KeepReason>> => {
    const last = await look()
    if (last.ok) noteSent(parts, may.value)
    return last
  }
  const outcome = await parts.deliver({
    booking: may.value,
    verdict: 'release',
    before: listedIn(parts),
    siblings,
    mayGo,
  })
  switch (outcome.kind) {
    case 'done':
      return { kind: 'released' }
    case 'refused':
      return kept(keepReasonFor(outcome.reason))
    case 'uncertain':
      return outcome
  }
}

const listedIn = ({ panel }: ReleaseNoShowParts): readonly Booking[] =>
  panel.current().reading.schedule?.bookings ?? []

const isBookedAtDoor = (parts: ReleaseNoShowParts, booking: Booking): Promise<boolean | undefined> =>
  wasBookedThere(parts.calendar, booking, listedIn(parts), parts.rulesAt().booking)

/** Who books at a door is there, and stays checked in from now on. */
async function keptFor(
  { panel, record, clock }: ReleaseNoShowParts,
  booking: Booking,
  isBookedThere: true | undefined,
): Promise<ReleaseOutcome> {
  if (isBookedThere === undefined) return kept('calendarUnreachable')
  panel.apply({ kind: 'presumed', checkIns: [checkInTo(booking, clock.now())] })
  await record((content) => content)
  return kept('checkedIn')
}

/** Why a door says no whose own release has come to this. */
function voteAfter(outcome: ReleaseOutcome): KeepReason {
  if (outcome.kind === 'kept') return outcome.because
  return outcome.kind === 'observed' ? 'exempt' : 'attemptedBefore'
}

function keepReasonFor(reason: DeliveryRefusal | KeepReason): KeepReason {
  // Under another id it is another booking.
  if (reason === 'bookingGone') return 'bookingChanged'
  return keepReasons.find((known) => known === reason) ?? 'replyRefused'
}

function decisionOf({ id, start, end }: Booking, outcome: ReleaseOutcome, clock: Clock): Decision {
  const about = { booking: id, start, end, at: clock.now() }
  return outcome.kind === 'kept'
    ? { ...about, outcome: 'kept', because: outcome.because }
    : { ...about, outcome: outcome.kind }
}

const kept = (because: KeepReason): ReleaseOutcome => ({ kind: 'kept', because })
