import { withDecision } from '../../shared/panel/journal.ts'
import { type UnreleasedBooking, unreleasedAt } from '../../shared/release/unreleased.ts'
import type { PanelRules } from '../../shared/snapshot/panel-rules.ts'
import { minutes } from '../../shared/time/time.ts'
import type { Clock, Log } from '../ports.ts'
import { momentOf } from './moment.ts'
import type { PanelStore } from './panel-store.ts'
import type { RecordInJournal } from './record-in-journal.ts'

/**
 * Records in the journal each booking that outlived its grace without a check-in, with the reason: by this IT
 * learns of ghost meetings. It is called at each look, and returns undefined if there is nothing to record.
 */
export type NoteUnreleased = () => Promise<void> | undefined

export interface NoteKeptParts {
  readonly clock: Clock
  readonly panel: PanelStore
  readonly log: Log
  readonly record: RecordInJournal
  readonly rulesAt: () => PanelRules
}

/** A disk that refused a line is tried again after this time, ms. */
const pauseAfterRefusal = minutes(1)

export function createNoteUnreleased(parts: NoteKeptParts): NoteUnreleased {
  const { clock, panel, log, record } = parts
  let isBusy = false
  let restsUntil = -Infinity

  const note = async (kept: readonly UnreleasedBooking[]): Promise<void> => {
    isBusy = true
    const at = clock.now()
    const decisions = kept.map(({ booking: { id, start, end }, because }) => {
      log.info('release.kept', { booking: id, because })
      return { booking: id, start, end, at, outcome: 'kept', because } as const
    })
    const recorded = await record((content) => decisions.reduce(withDecision, content))
    if (!recorded.ok) restsUntil = clock.elapsed() + pauseAfterRefusal
    isBusy = false
  }

  return () => {
    if (isBusy || clock.elapsed() < restsUntil) return undefined
    const rules = parts.rulesAt()
    const kept = unreleasedAt(panel.current(), rules.policy, momentOf(clock), rules.freshFor)
    return kept.length > 0 ? note(kept) : undefined
  }
}
