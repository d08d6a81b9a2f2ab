import type { Booking, BookingId } from '../../shared/booking/booking.ts'
import { mayRelease, stillMayRelease } from '../../shared/release/may-release.ts'
import type { KeepReason } from '../../shared/release/release.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { PanelRules } from '../../shared/snapshot/panel-rules.ts'
import { momentOf } from '../panel/moment.ts'
import type { PanelStore } from '../panel/panel-store.ts'
import type { RecordInJournal } from '../panel/record-in-journal.ts'
import type { Clock, Log } from '../ports.ts'

export interface LastLookParts {
  readonly clock: Clock
  readonly panel: PanelStore
  readonly log: Log
  readonly record: RecordInJournal
  readonly rulesAt: () => PanelRules
}

type Asking = typeof mayRelease

interface Seen {
  readonly panel: Pick<PanelStore, 'current'>
}

export const earned = (
  { panel, clock, rulesAt }: Pick<LastLookParts, 'clock' | 'rulesAt'> & Seen,
  id: BookingId,
  ask: Asking,
): Result<Booking, KeepReason> => ask(panel.current(), rulesAt().policy, id, momentOf(clock))

/**
 * The last look, right before the request is sent: every condition still holds, the attempt is on the disk,
 * and no visitor has tapped meanwhile. It runs again if the request must be repeated.
 */
export function createLastLook(parts: LastLookParts, booking: Booking) {
  let isEntered = false
  return async (): Promise<Result<void, KeepReason>> => {
    if (!isEntered) {
      const may = earned(parts, booking.id, mayRelease)
      if (!may.ok) return may
      if (!(await enterAttempt(parts, booking))) return err('journalUnreadable')
      isEntered = true
    }
    const may = earned(parts, booking.id, stillMayRelease)
    return may.ok ? ok(undefined) : may
  }
}

/** From now on nobody at this door can hold the release back, so no check-in is asked for. */
export function noteSent({ panel }: Pick<LastLookParts, 'panel'>, booking: Booking): void {
  const about = { booking: booking.id, listed: booking }
  panel.apply({ kind: 'action', action: { kind: 'release', stage: 'sent', ...about } })
}

async function enterAttempt(
  { record, clock, log }: LastLookParts,
  { id, start, end }: Booking,
): Promise<boolean> {
  const attempt = { booking: id, start, end, at: clock.now() }
  log.info('release.attempted', { booking: id })
  const entered = await record((content) => ({ ...content, attempts: [...content.attempts, attempt] }))
  return entered.ok
}
