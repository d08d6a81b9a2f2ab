import type { Booking, BookingId } from '../../shared/booking/booking.ts'
import { type Decision, withDecision } from '../../shared/panel/journal.ts'
import { mayRelease, stillMayRelease } from '../../shared/release/may-release.ts'
import { rulesFor } from '../../shared/release/policy.ts'
import type { KeepReason, ReleaseOutcome } from '../../shared/release/release.ts'
import { err, type Result } from '../../shared/result.ts'
import type { PanelRules } from '../../shared/snapshot/panel-rules.ts'
import type { Reply, RoomCalendar } from '../calendars/room-calendar.ts'
import { momentOf } from '../panel/moment.ts'
import type { PanelStore } from '../panel/panel-store.ts'
import type { RecordInJournal } from '../panel/record-in-journal.ts'
import type { Clock, Log } from '../ports.ts'
import type { RefreshSchedule } from '../reading/refresh-schedule.ts'
import type { SeriesGuard } from './guard-series.ts'
import { proveGone } from './prove-gone.ts'

/** Nobody checked in to this booking in time: the room is given back, if law 2 holds at that very moment. */
export type ReleaseNoShow = (booking: Booking) => Promise<void>

export interface ReleaseNoShowParts {
  readonly calendar: RoomCalendar
  readonly clock: Clock
  readonly panel: PanelStore
  readonly log: Log
  readonly refresh: RefreshSchedule
  readonly record: RecordInJournal
  readonly seriesGuard: SeriesGuard
  readonly rulesAt: () => PanelRules
}

export function createReleaseNoShow(parts: ReleaseNoShowParts): ReleaseNoShow {
  const { clock, panel, log } = parts
  return async (booking) => {
    if (panel.current().releasing.kind === 'releasing') return
    panel.apply({ kind: 'releaseBegun', booking: booking.id })
    const settle = async (outcome: ReleaseOutcome): Promise<void> => {
      log.info('release.settled', { booking: booking.id, outcome })
      const decision = decisionOf(booking, outcome, clock)
      await parts.record((content) => withDecision(content, decision))
      panel.apply({ kind: 'releaseSettled', booking, outcome, at: clock.now() })
    }
    try {
      await settle(await release(parts, booking))
    } catch (defect) {
      // It may have been sent; the defect goes to who hears of defects.
      await settle({ kind: 'uncertain' })
      throw defect
    }
  }
}

async function release(parts: ReleaseNoShowParts, booking: Booking): Promise<ReleaseOutcome> {
  const { calendar, clock, refresh, rulesAt, seriesGuard } = parts
  const isObserved = (): boolean => rulesFor(rulesAt().policy, booking).mode === 'observe'
  // What a reply needs is found out before, so that nothing comes between the reading and the reply.
  const siblings = isObserved() ? undefined : await siblingsOf(parts, booking)
  await refresh(clock.elapsed())
  const may = earned(parts, booking.id, mayRelease)
  if (!may.ok) return kept(may.error)
  if (isObserved()) return { kind: 'observed' }
  if (siblings === undefined) return kept('seriesUnknown')
  const before = parts.panel.current().reading.schedule?.bookings ?? []
  const guard = createLastLook(parts, may.value)
  const reply = await calendar.reply(may.value, 'release', guard.mayGo)
  const outcome = await outcomeOf(parts, { booking: may.value, before }, reply, guard.reason())
  if (outcome.kind !== 'kept') await seriesGuard.watch(may.value, siblings)
  return outcome
}

/** What must still be there afterwards; nothing, if that can't be seen, or not whether the reply before did any harm. */
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
 * The last look, right before the request leaves: all that was true still is, the attempt is on disk, and nobody has
 * tapped meanwhile. Asked a second time if the request has to be repeated, for it was never looked at.
 */
function createLastLook(parts: ReleaseNoShowParts, booking: Booking) {
  let reason: KeepReason | undefined
  let isEntered = false

  const look = async (): Promise<Result<unknown, KeepReason>> => {
    if (!isEntered) {
      const may = earned(parts, booking.id, mayRelease)
      if (!may.ok) return may
      if (!(await enterAttempt(parts, booking))) return err('journalUnreadable')
      isEntered = true
    }
    return earned(parts, booking.id, stillMayRelease)
  }
  return {
    mayGo: async (): Promise<boolean> => {
      const may = await look()
      if (may.ok) parts.panel.apply({ kind: 'releaseSent', booking: booking.id })
      else reason = may.error
      return may.ok
    },
    /** Why it was held back last. */
    reason: (): KeepReason => reason ?? 'replyRefused',
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

/** The last word about a reply. What was accepted, or may have been carried out, is proven by reading (law 3). */
async function outcomeOf(
  parts: ReleaseNoShowParts,
  { booking, before }: { readonly booking: Booking; readonly before: readonly Booking[] },
  reply: Reply,
  heldBackBy: KeepReason,
): Promise<ReleaseOutcome> {
  switch (reply.kind) {
    case 'withheld':
      return kept(heldBackBy)
    case 'seriesUnknown':
      return kept('seriesUnknown')
    case 'refused':
      return kept('replyRefused')
    case 'moved':
      // Another name is another booking: nobody could check in to that one for a whole grace yet.
      await parts.refresh(parts.clock.elapsed())
      return kept('bookingChanged')
    case 'accepted':
    case 'unsure':
      return { kind: (await proveGone(parts, booking, before)) ? 'released' : 'uncertain' }
  }
}

function decisionOf({ id, start, end }: Booking, outcome: ReleaseOutcome, clock: Clock): Decision {
  const about = { booking: id, start, end, at: clock.now() }
  return outcome.kind === 'kept'
    ? { ...about, outcome: 'kept', because: outcome.because }
    : { ...about, outcome: outcome.kind }
}

const kept = (because: KeepReason): ReleaseOutcome => ({ kind: 'kept', because })
