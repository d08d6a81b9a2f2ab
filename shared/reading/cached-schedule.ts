import { type Booking, type BookingId } from '../booking/booking.ts'
import { contains, type Instant, type Interval, seconds } from '../time/time.ts'
import type { Room } from './room.ts'

/** What was read last, as it lies on the disk: what the door showed of it, and when that was. */
export interface CachedSchedule {
  readonly of: Place
  /** When the calendar was asked, by the server's time. */
  readonly readAt: Instant
  /** As they were shown: what privacy hides is not among it. */
  readonly bookings: readonly Booking[]
  readonly room: Room
  /** When it was put there, by the server's time and by the tablet's own clocks. */
  readonly keptAt: Instant
  readonly clocks: TabletClocks
}

/** Whose reading it was, and what of it might be shown. One of another place is worth nothing. */
export interface Place {
  readonly origin: string
  readonly appId: string
  readonly roomId: string
  readonly timeZone: string
  readonly showTitle: boolean
  readonly showOrganizer: boolean
}

/** The tablet's own clocks at one moment, whatever the server says. In ms. */
export interface TabletClocks {
  /** Since 1970, as the tablet is set. */
  readonly wall: number
  /** Since 1970, by a clock with a battery of its own, which nobody sets before the server was heard. */
  readonly battery?: number
  /** How long the tablet has been on, sleep included, and which of its starts that is counted from. */
  readonly boot?: { readonly id: string; readonly age: number }
}

/**
 * What a panel before this one read. Until the calendar is read it is shown, with its age, and says which bookings the next
 * reading should have; nothing is decided by it.
 */
export interface Recalled {
  readonly readAt: Instant
  /** Sorted by start. */
  readonly bookings: readonly Booking[]
  readonly titles: ReadonlyMap<BookingId, string>
  /** How old it is can't be known: it is not shown. */
  readonly isUncertain?: true
}

/** What of it may be shown. */
export const showable = (recalled: Recalled | undefined): Recalled | undefined =>
  recalled?.isUncertain ? undefined : recalled

export const uncertain = (recalled: Recalled): Recalled => ({ ...recalled, isUncertain: true })

/** All that a panel before this one knew of the room. */
export interface Recollection {
  readonly recalled: Recalled
  readonly room: Room
}

/** The tablet's time and the server's may be so far apart, ms: as far as a release allows (law 2d). */
const mostApart = seconds(30)

/** Whether the tablet's time is the server's, so that the age is what it seems, and the reading one of this place and day. */
export const isCertain = (kept: CachedSchedule, of: Place, today: Interval, clocks: TabletClocks): boolean =>
  isSamePlace(kept.of, of) &&
  areNear(kept.clocks.wall, kept.keptAt) &&
  ranOn(kept.clocks, clocks) &&
  kept.readAt <= kept.keptAt &&
  kept.keptAt <= clocks.wall + mostApart &&
  contains(today, kept.readAt)

export const isSamePlace = (one: Place, other: Place): boolean =>
  one.origin === other.origin &&
  one.appId === other.appId &&
  one.roomId === other.roomId &&
  one.timeZone === other.timeZone &&
  one.showTitle === other.showTitle &&
  one.showOrganizer === other.showOrganizer

/**
 * Whether the tablet's time has only gone on since: by what has been counted since the tablet was switched on, or if that
 * was done anew by a clock that went on meanwhile. A tablet without one may begin again where it stopped, days later.
 */
function ranOn(then: TabletClocks, now: TabletClocks): boolean {
  if (then.boot !== undefined && then.boot.id === now.boot?.id)
    return areNear(now.wall - then.wall, now.boot.age - then.boot.age)
  return now.battery !== undefined && areNear(now.wall, now.battery)
}

const areNear = (one: number, other: number): boolean => Math.abs(one - other) <= mostApart

/**
 * Titles go beside the bookings, where the present rules decide whether they are shown. Whether the room is out of service
 * only the calendar of now can say: check-in depends on it.
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
