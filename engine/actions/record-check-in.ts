import { actionOf, actionUnderWay } from '../../shared/action/action.ts'
import type { Booking, BookingId } from '../../shared/booking/booking.ts'
import { isNoted } from '../../shared/check-in/check-in-at.ts'
import { checkInTo, type CheckInOutcome } from '../../shared/check-in/check-in.ts'
import { rulesFor } from '../../shared/release/policy.ts'
import { isReleaseUnsure } from '../../shared/release/release-doubt.ts'
import type { PanelRules } from '../../shared/snapshot/panel-rules.ts'
import { overlaps } from '../../shared/time/time.ts'
import type { Audit } from '../audit.ts'
import type { PanelStore } from '../panel/panel-store.ts'
import type { RecordInJournal } from '../panel/record-in-journal.ts'
import type { Clock, Log } from '../ports.ts'
import { enterInAudit } from './enter-in-audit.ts'

/** Checks a visitor in to a booking. Resolves when the outcome is on the screen. */
export type RecordCheckIn = (booking: BookingId) => Promise<void>

export interface RecordCheckInParts {
  readonly clock: Clock
  readonly panel: PanelStore
  readonly log: Log
  readonly audit: Audit
  readonly record: RecordInJournal
  readonly rulesAt: () => PanelRules
}

export function createRecordCheckIn(parts: RecordCheckInParts): RecordCheckIn {
  const { clock, panel, log } = parts
  return async (id) => {
    const booking = meant(parts, id)
    const isNew = booking !== undefined && !isNoted(panel.current(), booking)
    const outcome = booking === undefined ? refused('bookingGone') : await checkIn(parts, booking)
    log.info('check-in.settled', { booking: id, outcome })
    const settled = { booking: booking?.id ?? id, outcome, at: clock.now() }
    panel.apply({ kind: 'action', action: { kind: 'checkIn', stage: 'settled', ...settled } })
    // Even if the disk refused the journal, the audit records the tap.
    if (isNew && isNoted(panel.current(), booking))
      await enterInAudit(parts, { kind: 'checkIn', booking: booking.id })
  }
}

async function checkIn(
  { clock, panel, record, rulesAt }: RecordCheckInParts,
  booking: Booking,
): Promise<CheckInOutcome> {
  if (rulesFor(rulesAt().policy, booking).follower) return refused('elsewhere')
  // A check-in to another booking may count for this one, but only until that other booking ends.
  if (!isNoted(panel.current(), booking)) {
    // From here on no release of this booking can begin, even if the disk fails.
    panel.apply({ kind: 'checkInTapped', checkIn: checkInTo(booking, clock.now()) })
    const recorded = await record(asItIs)
    if (!recorded.ok) return refused('notStored')
  }
  await releaseEnded(panel, booking)
  if (wasReleased(panel, booking)) return refused('tooLate')
  return isReleaseUnsure(panel.current(), booking) ? refused('releaseUnsure') : { kind: 'done' }
}

/** Changes no entry: each write puts all known check-ins into the journal. */
const asItIs = <Content>(content: Content): Content => content

/**
 * Waits for a release that began before the tap, because its request may have been sent. Its outcome decides.
 */
const releaseEnded = (panel: PanelStore, booking: Booking): Promise<void> =>
  new Promise((resolve) => {
    const isUnderWay = (): boolean =>
      actionUnderWay(panel.current().actions, 'release')?.booking === booking.id
    if (!isUnderWay()) return resolve()
    const stop = panel.onChange(() => {
      if (isUnderWay()) return
      stop()
      resolve()
    })
  })

function wasReleased(panel: PanelStore, { id }: Booking): boolean {
  const release = actionOf(panel.current().actions, 'release')
  return release?.stage === 'settled' && release.booking === id && release.outcome.kind === 'released'
}

/**
 * The booking whose button was on the page at the tap. A reading in the same moment may have moved it or
 * replaced it. The visitor need not tap again: the check-in is for the booking's present place. Undefined if
 * no booking of the room lies at that time any more.
 */
function meant({ clock, panel }: RecordCheckInParts, id: BookingId): Booking | undefined {
  const { schedule, before } = panel.current().reading
  const shown = [...(schedule?.bookings ?? []), ...(before?.bookings ?? [])].find(
    (booking) => booking.id === id,
  )
  if (shown === undefined || schedule === undefined) return shown
  const there = schedule.bookings.filter(({ end }) => end > clock.now())
  return (
    there.find((booking) => booking.id === id) ??
    there.find((booking) => booking.meeting === shown.meeting && overlaps(booking, shown)) ??
    there.find((booking) => overlaps(booking, shown))
  )
}

const refused = (reason: Extract<CheckInOutcome, { kind: 'refused' }>['reason']): CheckInOutcome => ({
  kind: 'refused',
  reason,
})
