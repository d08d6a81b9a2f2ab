import type { Look } from '../appearance/appearance.ts'
import type { Privacy } from '../booking/privacy.ts'
import type { Allowance } from '../budget/allowance.ts'
import type { Policy } from '../release/policy.ts'
import type { BookingRules } from '../reserving/booking-rules.ts'
import type { Instant, Interval } from '../time/time.ts'
import type { Snapshot } from './snapshot.ts'

/** The rules for the picture at one moment, from the configuration and the calendar day. */
export interface PanelRules extends Allowance, Privacy {
  readonly locale: Snapshot['locale']
  readonly locales: Snapshot['locales']
  readonly timeZone: string
  readonly policy: Policy
  readonly booking: BookingRules
  readonly look: Look
  /** Outside office hours, if IT wants the page reloaded then. */
  readonly isRestartHour: boolean
  /** Today in the room's time zone. */
  readonly today: Interval
  /** The office hours of today; on a day off those of a working day. */
  readonly office: Interval
  /** How long a reading of the schedule proves anything now, ms. */
  readonly freshFor: number
  /** How long a reading of the room proves anything now, ms. */
  readonly roomFreshFor: number
  /** Whether it is within office hours. */
  readonly isOpen: boolean
  /** When the interval changes, because the office opens or closes. */
  readonly intervalEnds: Instant
}
