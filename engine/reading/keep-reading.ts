import type { Configuration } from '../../shared/config/configuration.ts'
import type { PanelEvent } from '../../shared/panel/panel-event.ts'
import { isSamePlace, type CachedSchedule } from '../../shared/reading/cached-schedule.ts'
import { mostClockError } from '../../shared/release/may-release.ts'
import type { ShownDays } from '../../shared/snapshot/snapshot-of.ts'
import type { PanelRules } from '../../shared/snapshot/panel-rules.ts'
import { minutes } from '../../shared/time/time.ts'
import type { PanelStore } from '../panel/panel-store.ts'
import type { Cancel, Clock, LastReading } from '../ports.ts'
import { placeOf } from './place.ts'

/** The stored reading without its times of storing. */
type Known = Omit<CachedSchedule, 'keptAt' | 'clocks'>

export interface KeepReadingParts {
  readonly clock: Clock
  readonly panel: PanelStore
  readonly rulesAt: () => PanelRules
  readonly configuration: Configuration
  readonly lastReading: LastReading
  /** Gives the same list again for the same things: a list that is another one is news. */
  readonly shownDays: ShownDays
}

/**
 * How often a reading without changes is stored again, ms. On the disk it then seems older than it is, never
 * younger.
 */
const betweenTimes = minutes(1)

/** The events that may change what is shown. */
const news: readonly PanelEvent['kind'][] = [
  'scheduleRead',
  'titlesRead',
  'roomRead',
  'rulesChanged',
  'journalKept',
]

/**
 * Stores the last reading on the disk, as it is shown, for the panel that starts after this one. Stores none
 * while the time is in doubt. A reading that moves a check-in waits until the journal has that move: the next
 * panel finds out by the bookings that vanished since where people went. Returns the function that stops it.
 */
export function keepReading(parts: KeepReadingParts): Cancel {
  const { clock, panel, rulesAt, configuration, lastReading, shownDays } = parts
  let place = placeOf(configuration, rulesAt())
  let kept: Known | undefined

  const look = (): void => {
    const rules = rulesAt()
    const of = placeOf(configuration, rules)
    const { reading, room, titles, unsaved } = panel.current()
    // Details that IT no longer wants shown are deleted at once, not at the next reading.
    if (!isSamePlace(place, of)) lastReading.forget()
    place = of
    if (reading.schedule === undefined || unsaved.length > 0 || !(clock.error() <= mostClockError)) return
    const { bookings, readAt } = reading.schedule
    const shown = shownDays(bookings, titles, rules.showTitle, rules.showOrganizer, rules.today)
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
