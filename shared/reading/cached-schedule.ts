import { type Booking, type BookingId } from '../booking/booking.ts'
import { contains, type Instant, type Interval, seconds } from '../time/time.ts'
import type { Room } from './room.ts'

/**
 * The last reading as it is stored on the disk: the bookings as the door showed them, and when they were
 * read.
 */
export interface CachedSchedule {
  readonly of: Place
  /** When the calendar was asked, by the server's time. */
  readonly readAt: Instant
  /** As they were shown, without the details that privacy hides. */
  readonly bookings: readonly Booking[]
  readonly room: Room
  /** When it was stored, by the server's time and by the tablet's own clocks. */
  readonly keptAt: Instant
  readonly clocks: TabletClocks
}

/** The room and the privacy rules of a stored reading. A panel with any other values must not use it. */
export interface Place {
  /** What tells of the room, by its address: the calendar, or a hub's broker. */
  readonly source: string
  /** Who is told: the app, or the door. */
  readonly account: string
  readonly roomId: string
  readonly timeZone: string
  readonly showTitle: boolean
  readonly showOrganizer: boolean
}

/** The tablet's own clocks at one moment, uncorrected by the server's time. In ms. */
export interface TabletClocks {
  /** Since 1970, by the system's clock. */
  readonly wall: number
  /** Since 1970, by a battery-backed clock, which is not set before the server's first answer. */
  readonly battery?: number
  /** The time since the tablet's start, sleep included, and the id of that start. */
  readonly boot?: { readonly id: string; readonly age: number }
}

/**
 * A reading that an earlier panel stored. The door shows it with its age until the first reading; no decision
 * uses it.
 */
export interface Recalled {
  readonly readAt: Instant
  /** Sorted by start. */
  readonly bookings: readonly Booking[]
  readonly titles: ReadonlyMap<BookingId, string>
  /** The reading's age is not known, so it is not shown. */
  readonly isUncertain?: true
}

/** The stored reading, if it may be shown. */
export const showable = (recalled: Recalled | undefined): Recalled | undefined =>
  recalled?.isUncertain ? undefined : recalled

export const uncertain = (recalled: Recalled): Recalled => ({ ...recalled, isUncertain: true })

/** An earlier panel's knowledge of the room. */
export interface Recollection {
  readonly recalled: Recalled
  readonly room: Room
}

/** The greatest difference between two clocks that count as equal, ms: the same as for a release (law 2d). */
const mostApart = seconds(30)

/**
 * Whether the age of a stored reading is certain, and the reading is of this room and this day. The tablet's
 * clock must have agreed with the server's when the reading was stored, and have run without a leap since.
 */
export const isCertain = (kept: CachedSchedule, of: Place, today: Interval, clocks: TabletClocks): boolean =>
  isSamePlace(kept.of, of) &&
  areNear(kept.clocks.wall, kept.keptAt) &&
  ranWithoutLeap(kept.clocks, clocks) &&
  kept.readAt <= kept.keptAt &&
  kept.keptAt <= clocks.wall + mostApart &&
  contains(today, kept.readAt)

export const isSamePlace = (one: Place, other: Place): boolean =>
  one.source === other.source &&
  one.account === other.account &&
  one.roomId === other.roomId &&
  one.timeZone === other.timeZone &&
  one.showTitle === other.showTitle &&
  one.showOrganizer === other.showOrganizer

/**
 * Whether the system's clock has run without a leap since `then`. Within one start of the tablet the time
 * since that start proves it. Across starts only a battery-backed clock does: a tablet without one may
 * continue where its clock stopped, days later.
 */
function ranWithoutLeap(then: TabletClocks, now: TabletClocks): boolean {
  if (then.boot !== undefined && then.boot.id === now.boot?.id)
    return areNear(now.wall - then.wall, now.boot.age - then.boot.age)
  return now.battery !== undefined && areNear(now.wall, now.battery)
}

const areNear = (one: number, other: number): boolean => Math.abs(one - other) <= mostApart

/**
 * Puts the titles beside the bookings, because the present rules decide whether they are shown. Drops the
 * closing of the room: check-in depends on it, so only a new reading may report it.
 */
export function recollectionOf({ readAt, bookings, room: known }: CachedSchedule): Recollection {
  const { outOfService: _, ...room } = known
  const titles = new Map<BookingId, string>()
  for (const { id, title } of bookings) if (title !== undefined) titles.set(id, title)
  return { recalled: { readAt, bookings: bookings.map(withoutTitle), titles }, room }
}

function withoutTitle(booking: Booking): Booking {
  const { title: _, ...rest } = booking
  return rest
}
