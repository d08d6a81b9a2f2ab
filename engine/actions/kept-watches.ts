import type { Booking } from '../../shared/booking/booking.ts'
import { contentOf } from '../../shared/panel/journal-state.ts'
import type { PanelStore } from '../panel/panel-store.ts'
import type { RecordInJournal } from '../panel/record-in-journal.ts'
import { type Watched, watchedBy, watchOf, withoutWatch, withWatch } from './series-watch.ts'

/** The watched series, in the journal. */
export interface KeptWatches {
  readonly add: (booking: Booking, nearest: Booking, listed: readonly Booking[]) => Promise<void>
  readonly remove: (booking: Booking) => Promise<void>
  /**
   * Calls `begin` with the watches that an earlier panel of this room left, as soon as the journal is read.
   */
  readonly onceRead: (begin: (left: readonly Watched[]) => void) => void
}

export interface KeptWatchesParts {
  /** The room's id. */
  readonly room: string
  readonly panel: PanelStore
  readonly record: RecordInJournal
}

export function createKeptWatches({ room, panel, record }: KeptWatchesParts): KeptWatches {
  const onDisk = () => contentOf(panel.current().journal).watches ?? []
  const left = () => onDisk().filter((watch) => watch.room === room)
  return {
    async add(booking, nearest, listed) {
      const watch = { room, ...watchOf(booking, nearest, listed) }
      await record((content) => withWatch(content, watch))
    },
    async remove({ id }) {
      if (onDisk().some(({ booking }) => booking === id)) await record((content) => withoutWatch(content, id))
    },
    onceRead(begin) {
      if ('content' in panel.current().journal) return begin(left().map(watchedBy))
      const stop = panel.onChange(({ kind }) => {
        if (kind !== 'journalKept') return
        stop()
        begin(left().map(watchedBy))
      })
    },
  }
}
