import { withDecision } from '../../shared/panel/journal.ts'
import { type Kept, keptAt } from '../../shared/release/kept.ts'
import type { View } from '../../shared/snapshot/view.ts'
import { minutes } from '../../shared/time/time.ts'
import type { Clock, Log } from '../ports.ts'
import { momentOf } from './moment.ts'
import type { PanelStore } from './panel-store.ts'
import type { RecordInJournal } from './record-in-journal.ts'

/**
 * Tells the journal of each booking that outlived its grace without a check-in, and why: that is how IT learns of ghosts.
 * It is asked at each look, and gives no promise where there is nothing to tell.
 */
export type NoteKept = () => Promise<void> | undefined

export interface NoteKeptParts {
  readonly clock: Clock
  readonly panel: PanelStore
  readonly log: Log
  readonly record: RecordInJournal
  readonly viewAt: () => View
}

/** A disk that did not take a line is left alone for so long, ms. */
const restsFor = minutes(1)

export function createNoteKept(parts: NoteKeptParts): NoteKept {
  const { clock, panel, log, record } = parts
  let isBusy = false
  let restsUntil = -Infinity

  const note = async (kept: readonly Kept[]): Promise<void> => {
    isBusy = true
    const at = clock.now()
    const decisions = kept.map(({ booking: { id, start, end }, because }) => {
      log.info('release.kept', { booking: id, because })
      return { booking: id, start, end, at, outcome: 'kept', because } as const
    })
    const recorded = await record((content) => decisions.reduce(withDecision, content))
    if (!recorded.ok) restsUntil = clock.elapsed() + restsFor
    isBusy = false
  }

  return () => {
    if (isBusy || clock.elapsed() < restsUntil) return undefined
    const view = parts.viewAt()
    const kept = keptAt(panel.current(), view.policy, momentOf(clock), view.freshFor)
    return kept.length > 0 ? note(kept) : undefined
  }
}
