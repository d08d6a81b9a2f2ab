import type { Actions } from '../action/action.ts'
import type { Admin } from '../admin/admin.ts'
import type { Appearance } from '../appearance/appearance.ts'
import type { Locale } from '../languages/locales.ts'
import type { Booking } from '../booking/booking.ts'
import type { Connection, Occupancy } from '../occupancy/occupancy.ts'
import type { Room } from '../reading/room.ts'
import type { ReservingWord } from '../reserving/reserving-word.ts'
import type { FoundRooms } from '../reserving/found-rooms.ts'
import type { Bookable } from '../reserving/wish.ts'
import type { TabletIdentity } from '../set-up/tablet.ts'
import type { Instant, Interval } from '../time/time.ts'

/**
 * The page's whole knowledge at one moment. Pushed as a whole after each change; a screen is a function of
 * it.
 */
export interface Snapshot {
  /** Grows with each snapshot, so that an old one never overwrites a new one. */
  readonly revision: number
  /**
   * The server's time when the snapshot was made. The page's clock continues from it, `rate` times as fast as
   * real time.
   */
  readonly now: Instant
  readonly rate: number
  readonly locale: Locale
  /** The languages that a visitor can choose, besides `locale`. */
  readonly locales: readonly Locale[]
  readonly timeZone: string
  readonly appearance: Appearance
  readonly room: Room
  readonly tablet: TabletIdentity
  readonly occupancy: Occupancy
  readonly connection: Connection
  /** From midnight to midnight in the room's time zone. */
  readonly today: Interval
  /**
   * The office hours of today, or those of a working day on a day off. The day's column shows these hours.
   */
  readonly office: Interval
  /**
   * The bookings of today and tomorrow in the last good reading, sorted by start, without the details that
   * privacy hides.
   */
  readonly bookings: readonly Booking[]
  /**
   * The bookings with a check-in button, at most two: the next booking and the running one. The one that
   * people arrive for comes first.
   */
  readonly checkIns: readonly Booking[]
  /** Only at a room's second panel: the check-in time at the first one, now or next. */
  readonly checkInElsewhere?: Interval
  /** The actions under way, and those whose outcome still stays on the screen; at most one of each kind. */
  readonly actions: Actions
  readonly reserving: ReservingWord
  /** All that a visitor can have booked with a tap now. */
  readonly bookable: readonly Bookable[]
  /** Whether a booking needs the PIN. */
  readonly bookingNeedsPin: boolean
  /** Whether a visitor can look for another room. */
  readonly mayFindRooms: boolean
  /** The rooms that a visitor looked for. */
  readonly found?: FoundRooms
  readonly admin: Admin
  /** The disk can't store or give the journal, so check-ins are refused and no booking is released. */
  readonly isKeepingNothing?: true
}
