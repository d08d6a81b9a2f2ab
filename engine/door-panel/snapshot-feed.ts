import type { BookingId } from '../../shared/booking/booking.ts'
import type { TabletIdentity } from '../../shared/set-up/tablet.ts'
import type { PanelRules } from '../../shared/snapshot/panel-rules.ts'
import { offeredIn, type Picture, type ShownDays, snapshotOf } from '../../shared/snapshot/snapshot-of.ts'
import type { Snapshot } from '../../shared/snapshot/snapshot.ts'
import type { Cancel, Clock } from '../ports.ts'
import type { PanelStore } from '../panel/panel-store.ts'

/** Makes snapshots of the panel, and hands them to the page. */
export interface SnapshotFeed {
  /** The picture of this moment, for reading only: it is not handed to a page. */
  readonly picture: () => Picture
  /** A snapshot of this moment, for a page that shows it and then reports its revision. */
  readonly current: () => Snapshot
  /** Hands a snapshot of this moment to all listeners. */
  readonly show: () => void
  readonly onSnapshot: (show: (snapshot: Snapshot) => void) => Cancel
  /** The snapshot that was made last. */
  readonly latest: () => FedSnapshot
}

export interface FedSnapshot {
  readonly revision: number
  /** The bookings whose check-in counts as offered once the page has painted the snapshot. */
  readonly offered: readonly BookingId[]
}

export interface SnapshotFeedParts {
  readonly clock: Pick<Clock, 'now'>
  readonly panel: Pick<PanelStore, 'current'>
  readonly rulesAt: () => PanelRules
  /** How many times faster than real time the clock runs. */
  readonly rate: number
  readonly identity: () => TabletIdentity
  readonly shownDays: ShownDays
}

export function createSnapshotFeed(parts: SnapshotFeedParts): SnapshotFeed {
  const { clock, panel, rulesAt, rate, identity, shownDays } = parts
  const listeners = new Set<(snapshot: Snapshot) => void>()
  let latest: FedSnapshot = { revision: 0, offered: [] }

  const picture = (): Picture => snapshotOf(panel.current(), clock.now(), rulesAt(), shownDays)
  const current = (): Snapshot => {
    const next = picture()
    latest = { revision: latest.revision + 1, offered: offeredIn(next) }
    // Not spread, because V8 copies so many members slowly, at each snapshot.
    return Object.assign(next, { revision: latest.revision, rate, tablet: identity() })
  }
  return {
    picture,
    current,
    show: () => {
      const snapshot = current()
      for (const listener of listeners) listener(snapshot)
    },
    onSnapshot: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    latest: () => latest,
  }
}
