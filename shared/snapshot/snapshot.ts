import type { Admin } from '../admin/admin.ts'
import type { Appearance } from '../appearance/appearance.ts'
import type { Locale } from '../languages/locales.ts'
import type { Booking } from '../booking/booking.ts'
import type { CheckingIn } from '../check-in/check-in.ts'
import type { Ending } from '../ending/ending.ts'
import type { Connection, Occupancy } from '../occupancy/occupancy.ts'
import type { Room } from '../reading/room.ts'
import type { Releasing } from '../release/release.ts'
import type { TabletIdentity } from '../set-up/tablet.ts'
import type { Instant, Interval } from '../time/time.ts'

/** All the renderer knows, at one moment. Pushed whole after each change; a screen is a function of it. */
export interface Snapshot {
  /** Grows with each snapshot, so that an old one never overwrites a new one. */
  readonly revision: number
  /** The server's time when this was made. The renderer's own clock face goes on from it, `rate` times as fast. */
  readonly now: Instant
  readonly rate: number
  readonly locale: Locale
  readonly timeZone: string
  readonly appearance: Appearance
  readonly room: Room
  readonly tablet: TabletIdentity
  readonly occupancy: Occupancy
  readonly connection: Connection
  /** From midnight to midnight in the room's time zone. */
  readonly today: Interval
  /** What the last good reading has for today and tomorrow, sorted by start, stripped of what privacy hides. */
  readonly bookings: readonly Booking[]
  /** Whom a check-in button is for, first the one that people come for: at most two, the next booking and the running one. */
  readonly checkIns: readonly Booking[]
  /** At a room's second panel: when the first one asks for a check-in, now or next. */
  readonly checkInElsewhere?: Interval
  readonly checkingIn: CheckingIn
  readonly releasing: Releasing
  readonly ending: Ending
  readonly admin: Admin
  /** The disk does not take, or not give, what must be kept: check-ins are refused, and nothing is released. */
  readonly isKeepingNothing?: true
}
