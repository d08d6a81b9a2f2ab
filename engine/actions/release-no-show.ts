import { actionUnderWay } from '../../shared/action/action.ts'
import type { Booking, BookingId } from '../../shared/booking/booking.ts'
import { checkInTo } from '../../shared/check-in/check-in.ts'
import { type Decision, withDecision } from '../../shared/panel/journal.ts'
import { mayRelease, stillMayRelease } from '../../shared/release/may-release.ts'
import { rulesFor } from '../../shared/release/policy.ts'
import { type KeepReason, keepReasons, type ReleaseOutcome } from '../../shared/release/release.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { PanelRules } from '../../shared/snapshot/panel-rules.ts'
import type { DoorCalendar } from '../reservation-calendar.ts'
import { momentOf } from '../panel/moment.ts'
import type { PanelStore } from '../panel/panel-store.ts'
import type { RecordInJournal } from '../panel/record-in-journal.ts'
import type { Clock, Log } from '../ports.ts'
import type { RefreshSchedule } from '../reading/refresh-schedule.ts'
import { wasBookedThere } from './booked-there.ts'
import type { DeliverVerdict, DeliveryRefusal } from './deliver-verdict.ts'
import type { SeriesGuard } from './guard-series.ts'
import { withLastWord } from './last-word.ts'

/**
 * Gives the room back, because no check-in to this booking was made in time, if law 2 holds at that very
 * moment.
 */
export type ReleaseNoShow = (booking: Booking) => Promise<void>

export interface ReleaseNoShowParts {
  readonly calendar: DoorCalendar
  readonly clock: Clock
  readonly panel: PanelStore
  readonly log: Log
  readonly refresh: RefreshSchedule
  readonly record: RecordInJournal
  readonly seriesGuard: SeriesGuard
  readonly deliver: DeliverVerdict
  readonly rulesAt: () => PanelRules
}

export function createReleaseNoShow(parts: ReleaseNoShowParts): ReleaseNoShow {
  const { clock, panel, log } = parts
  return async (booking) => {
    if (actionUnderWay(panel.current().actions, 'release') !== undefined) return
    const about = { kind: 'release', booking: booking.id, listed: booking } as const
    panel.apply({ kind: 'action', action: { ...about, stage: 'asked' } })
    const settle = async (outcome: ReleaseOutcome): Promise<void> => {
      log.info('release.settled', { booking: booking.id, outcome })
      const decision = decisionOf(booking, outcome, clock)
      await parts.record((content) => withDecision(content, decision))
      panel.apply({ kind: 'action', action: { ...about, stage: 'settled', outcome, at: clock.now() } })
    }
    await withLastWord<ReleaseOutcome>(() => release(parts, booking), settle)
  }
}

async function release(parts: ReleaseNoShowParts, booking: Booking): Promise<ReleaseOutcome> {
  const { clock, refresh, rulesAt } = parts
  const isObserved = (): boolean => rulesFor(rulesAt().policy, booking).mode === 'observe'
  // The reply's needs are fetched before, so that no other wait comes between the reading and the reply.
  const [siblings, isBookedThere] = await Promise.all([
    isObserved() ? undefined : siblingsOf(parts, booking),
    wasBookedThere(parts.calendar, booking, rulesAt().booking),
  ])
  if (isBookedThere !== false) return keptFor(parts, booking, isBookedThere)
  await refresh(clock.elapsed())
  const may = earned(parts, booking.id, mayRelease)
  if (!may.ok) return kept(may.error)
  if (isObserved()) return { kind: 'observed' }
  if (siblings === undefined) return kept('seriesUnknown')
  const before = parts.panel.current().reading.schedule?.bookings ?? []
  const mayGo = createLastLook(parts, may.value)
  const outcome = await parts.deliver({ booking: may.value, verdict: 'release', before, siblings, mayGo })
  switch (outcome.kind) {
    case 'done':
      return { kind: 'released' }
    case 'refused':
      return kept(keepReasonFor(outcome.reason))
    case 'uncertain':
      return outcome
  }
}

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

function keepReasonFor(reason: DeliveryRefusal | KeepReason): KeepReason {
  // Under another id it is another booking.
  if (reason === 'bookingGone') return 'bookingChanged'
  return keepReasons.find((known) => known === reason) ?? 'replyRefused'
}

/**
 * The bookings that must still be listed afterwards; undefined if they can't be read, or if it is not known
 * whether the previous reply did harm.
 */
async function siblingsOf(
  { calendar, seriesGuard }: ReleaseNoShowParts,
  booking: Booking,
): Promise<readonly Booking[] | undefined> {
  const [siblings, isSeen] = await Promise.all([calendar.readSiblings(booking), seriesGuard.lookNow()])
  return siblings.ok && isSeen ? siblings.value : undefined
}

type Asking = typeof mayRelease

const earned = (
  { panel, clock, rulesAt }: ReleaseNoShowParts,
  id: BookingId,
  ask: Asking,
): Result<Booking, KeepReason> => ask(panel.current(), rulesAt().policy, id, momentOf(clock))

/**
 * The last look, right before the request is sent: every condition still holds, the attempt is on the disk,
 * and no visitor has tapped meanwhile. It runs again if the request must be repeated.
 */
function createLastLook(parts: ReleaseNoShowParts, booking: Booking) {
  let isEntered = false
  return async (): Promise<Result<void, KeepReason>> => {
    if (!isEntered) {
      const may = earned(parts, booking.id, mayRelease)
      if (!may.ok) return may
      if (!(await enterAttempt(parts, booking))) return err('journalUnreadable')
      isEntered = true
    }
    const may = earned(parts, booking.id, stillMayRelease)
    if (!may.ok) return may
    const sent = { kind: 'release', stage: 'sent', booking: booking.id, listed: booking } as const
    parts.panel.apply({ kind: 'action', action: sent })
    return ok(undefined)
  }
}

async function enterAttempt(
  { record, clock, log }: ReleaseNoShowParts,
  { id, start, end }: Booking,
): Promise<boolean> {
  const attempt = { booking: id, start, end, at: clock.now() }
  log.info('release.attempted', { booking: id })
  const entered = await record((content) => ({ ...content, attempts: [...content.attempts, attempt] }))
  return entered.ok
}

function decisionOf({ id, start, end }: Booking, outcome: ReleaseOutcome, clock: Clock): Decision {
  const about = { booking: id, start, end, at: clock.now() }
  return outcome.kind === 'kept'
    ? { ...about, outcome: 'kept', because: outcome.because }
    : { ...about, outcome: outcome.kind }
}

const kept = (because: KeepReason): ReleaseOutcome => ({ kind: 'kept', because })
