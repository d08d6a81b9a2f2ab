import type { Booking, BookingId } from '../../shared/booking/booking.ts'
import { contentOf } from '../../shared/panel/journal-state.ts'
import type { Panel } from '../../shared/panel/panel.ts'
import { mayReleaseOnVotes } from '../../shared/release/may-release.ts'
import { type KeepReason, keepReasons, type ReleaseOutcome } from '../../shared/release/release.ts'
import type { Result } from '../../shared/result.ts'
import type { PanelRules } from '../../shared/snapshot/panel-rules.ts'
import type { DoorCalendar } from '../reservation-calendar.ts'
import { momentOf } from '../panel/moment.ts'
import type { PanelStore } from '../panel/panel-store.ts'
import type { Clock } from '../ports.ts'
import type { RefreshSchedule } from '../reading/refresh-schedule.ts'
import type { Agreement } from '../shared-releases.ts'
import { wasBookedThere } from './booked-there.ts'
import { listed } from './decide-by-reading.ts'
import type { DeliverVerdict } from './deliver-verdict.ts'
import type { SeriesGuard } from './guard-series.ts'
import { siblingsBefore } from './siblings-before.ts'

/**
 * Releases a booking if all doors of its room agree and this engine's own look does. For a hub, which has no
 * page at which people could check in.
 */
export type ReleaseAgreed = (booking: BookingId, agreement: Agreement) => Promise<ReleaseOutcome>

export interface ReleaseAgreedParts {
  readonly calendar: DoorCalendar
  readonly clock: Clock
  readonly panel: PanelStore
  readonly refresh: RefreshSchedule
  readonly seriesGuard: SeriesGuard
  readonly deliver: DeliverVerdict
  readonly rulesAt: () => PanelRules
}

export const createReleaseAgreed =
  (parts: ReleaseAgreedParts): ReleaseAgreed =>
  async (id, agreement) => {
    const { panel, clock, refresh, deliver } = parts
    const look = () =>
      mayReleaseOnVotes(withRecords(panel.current(), agreement), agreement.policy, id, momentOf(clock))
    const meant = listed(panel, id)
    if (meant === undefined) return kept('bookingChanged')
    const [siblings, isBookedThere] = await Promise.all([
      siblingsBefore(parts, meant),
      wasBookedThere(parts.calendar, meant, listedIn(panel), parts.rulesAt().booking),
    ])
    // Who books at a door is there.
    if (isBookedThere !== false) return kept(isBookedThere ? 'checkedIn' : 'calendarUnreachable')
    if (siblings === undefined) return kept('seriesUnknown')
    await refresh(clock.elapsed())
    const may = look()
    if (!may.ok) return kept(may.error)
    const before = listedIn(panel)
    const reached = await agreement.reach()
    if (!reached.ok) return kept(reached.error)
    // The votes took time, and so did the attempt's commit.
    const mayGo = async (): Promise<Result<void, KeepReason>> => {
      const still = look()
      return still.ok ? agreement.stands() : still
    }
    const outcome = await deliver({ booking: may.value, verdict: 'release', before, siblings, mayGo })
    if (outcome.kind === 'done') return { kind: 'released' }
    if (outcome.kind === 'uncertain') return outcome
    return kept(keepReasons.find((known) => known === outcome.reason) ?? 'replyRefused')
  }

const listedIn = ({ current }: Pick<PanelStore, 'current'>): readonly Booking[] =>
  current().reading.schedule?.bookings ?? []

/** The panel with the records of all doors in the place of its own. */
const withRecords = (panel: Panel, { checkIns, attempts }: Agreement): Panel =>
  panel.journal.kind === 'kept'
    ? { ...panel, journal: { kind: 'kept', content: { ...contentOf(panel.journal), checkIns, attempts } } }
    : panel

const kept = (because: KeepReason): ReleaseOutcome => ({ kind: 'kept', because })
