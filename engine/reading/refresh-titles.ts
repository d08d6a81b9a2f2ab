import pLimit from 'p-limit'
import { type Booking, type BookingId, isPrivate } from '../../shared/booking/booking.ts'
import { isOwn } from '../../shared/reserving/reserving.ts'
import type { PanelRules } from '../../shared/snapshot/panel-rules.ts'
import type { RoomCalendar } from '../room-calendar.ts'
import type { PanelStore } from '../panel/panel-store.ts'

/**
 * Reads the titles of the bookings that were just read, one call after the other. No other work waits for it,
 * and only texts on the screen depend on it.
 */
export type RefreshTitles = (bookings: readonly Booking[]) => Promise<void>

export interface RefreshTitlesParts {
  readonly calendar: Pick<RoomCalendar, 'readTitles'>
  readonly panel: PanelStore
  readonly rulesAt: () => PanelRules
}

export function createRefreshTitles({ calendar, panel, rulesAt }: RefreshTitlesParts): RefreshTitles {
  const learn = async (bookings: readonly Booking[]): Promise<void> => {
    if (!rulesAt().showTitle) return
    const { reserving } = panel.current()
    // A door's own bookings have a text of their own, and their titles say nothing.
    const isWanted = (booking: Booking): boolean => !isPrivate(booking) && !isOwn(reserving, booking)
    const titles = await calendar.readTitles(bookings.filter(isWanted))
    if (!isSame(titles, panel.current().titles)) panel.apply({ kind: 'titlesRead', titles })
  }

  // One after the other, so that the titles of an older reading can't arrive last.
  const inTurn = pLimit(1)
  return (bookings) => inTurn(() => learn(bookings))
}

type Titles = ReadonlyMap<BookingId, string>

const isSame = (one: Titles, other: Titles): boolean =>
  one.size === other.size && [...one].every(([id, title]) => other.get(id) === title)
