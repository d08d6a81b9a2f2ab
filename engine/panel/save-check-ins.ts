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

/** A disk that did not take a check-in is tried again after this time, then after twice as long, ms. */
const firstPause = seconds(10)
const longestPause = minutes(1)

/** What these bring is not put into the journal by anybody else. */
const bringing: readonly PanelEvent['kind'][] = ['scheduleRead', 'presumed', 'endingSettled']

/**
 * Puts check-ins into the journal that nobody tapped just now: those that follow a booking, those that are presumed, and
 * those that the disk did not take before. Once the disk has said no it is tried until it says yes: meanwhile nothing is
 * released, and the door says so. Gives back how to stop.
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
    // What came meanwhile is saved now.
    if (recorded.ok) void save()
  }
  /** Whoever's entry it did not take: each one brings all that is not on disk. */
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
    else if (kind === 'journalKept') failures = 0
    else if (bringing.includes(kind) && cancelRetry === undefined) void save()
  })
  return () => {
    stopListening()
    cancelRetry?.()
  }
}
