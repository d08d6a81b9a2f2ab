import type { Configuration } from '../../shared/config/configuration.ts'
import type { PanelEvent } from '../../shared/panel/panel-event.ts'
import { isSamePlace, type KeptReading } from '../../shared/reading/kept-reading.ts'
import { mostClockError } from '../../shared/release/may-release.ts'
import { shownDays } from '../../shared/snapshot/snapshot-of.ts'
import type { View } from '../../shared/snapshot/view.ts'
import { minutes } from '../../shared/time/time.ts'
import type { PanelStore } from '../panel/panel-store.ts'
import type { Cancel, Clock, LastReading } from '../ports.ts'
import { placeOf } from './place.ts'

/** All of it but when it was kept. */
type Known = Omit<KeptReading, 'keptAt' | 'clocks'>

export interface KeepReadingParts {
  readonly clock: Clock
  readonly panel: PanelStore
  readonly viewAt: () => View
  readonly configuration: Pick<Configuration, 'feishu' | 'room'>
  readonly lastReading: LastReading
}

/** A reading that has nothing new is kept so seldom, ms: on the disk it then seems older than it is, never younger. */
const betweenTimes = minutes(1)

/** What comes of these may be shown. */
const news: readonly PanelEvent['kind'][] = [
  'scheduleRead',
  'titlesRead',
  'roomRead',
  'rulesChanged',
  'journalKept',
]

/**
 * Keeps on the disk what was read last, as it is shown, for the panel that starts after this one. By a time that is in doubt
 * nothing is kept. A reading that moves a check-in waits until the journal has taken that: the next panel finds where people
 * went by the bookings that vanished since. Gives back how to stop.
 */
export function keepReading({ clock, panel, viewAt, configuration, lastReading }: KeepReadingParts): Cancel {
  let place = placeOf(configuration, viewAt())
  let kept: Known | undefined

  const look = (): void => {
    const view = viewAt()
    const of = placeOf(configuration, view)
    const { reading, room, titles, unsaved } = panel.current()
    // What IT no longer wants to be shown does not wait on the disk for the next reading.
    if (!isSamePlace(place, of)) lastReading.forget()
    place = of
    if (reading.schedule === undefined || unsaved.length > 0 || !(clock.error() <= mostClockError)) return
    const { bookings, readAt } = reading.schedule
    const shown = shownDays(bookings, titles, view.showTitle, view.showOrganizer, view.today)
    const next = { of, readAt, bookings: shown, room }
    if (kept !== undefined && !isNews(kept, next)) return
    kept = next
    lastReading.keep({ ...next, keptAt: clock.now(), clocks: lastReading.clocks() })
  }
  return panel.onChange(({ kind }) => {
    if (news.includes(kind)) look()
  })
}

const isNews = (before: Known, after: Known): boolean =>
  before.bookings !== after.bookings ||
  before.room !== after.room ||
  !isSamePlace(before.of, after.of) ||
  Math.abs(after.readAt - before.readAt) >= betweenTimes
