import { isRefused } from '../../shared/panel/journal-state.ts'
import type { PanelEvent } from '../../shared/panel/panel-event.ts'
import { minutes, seconds } from '../../shared/time/time.ts'
import type { Cancel, Clock } from '../ports.ts'
import type { PanelStore } from './panel-store.ts'
import type { RecordInJournal } from './record-in-journal.ts'

export interface SaveCheckInsParts {
  readonly clock: Clock
  readonly panel: PanelStore
  readonly record: RecordInJournal
}

/** A disk that refused a check-in is tried again after this time, and then after twice as long, ms. */
const firstPause = seconds(10)
const longestPause = minutes(1)

/** Only this file writes the check-ins that these events bring to the journal. */
const bringing: readonly PanelEvent['kind'][] = ['scheduleRead', 'presumed', 'left']

/**
 * Writes check-ins to the journal that were not just tapped: those that follow a moved booking (also when the
 * journal was read after the first reading), presumed ones, and those that the disk refused before. After a
 * refusal the disk is tried until it accepts. Meanwhile the panel releases no booking, and the door says so.
 * Returns the function that stops it.
 */
export function saveCheckIns({ clock, panel, record }: SaveCheckInsParts): Cancel {
  let isBusy = false
  let failures = 0
  let cancelRetry: Cancel | undefined

  const isOwing = (): boolean => {
    const { unsaved, journal } = panel.current()
    return unsaved.length > 0 || isRefused(journal)
  }
  const save = async (): Promise<void> => {
    if (isBusy || !isOwing()) return
    isBusy = true
    cancelRetry?.()
    cancelRetry = undefined
    const recorded = await record((content) => content)
    isBusy = false
    // Saves the check-ins that came meanwhile.
    if (recorded.ok) void save()
  }
  /** Retries after a refused entry of any caller, because each entry brings all unsaved check-ins. */
  const retry = (): void => {
    cancelRetry?.()
    const pause = Math.min(firstPause * 2 ** failures, longestPause)
    failures += 1
    cancelRetry = clock.after(pause, () => {
      cancelRetry = undefined
      void save()
    })
  }
  const stopListening = panel.onChange(({ kind }) => {
    if (kind === 'journalFailed') retry()
    else if (kind === 'journalKept') {
      failures = 0
      void save()
    } else if (bringing.includes(kind) && cancelRetry === undefined) void save()
  })
  return () => {
    stopListening()
    cancelRetry?.()
  }
}
