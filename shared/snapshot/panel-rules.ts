import type { Look } from '../appearance/appearance.ts'
import type { Privacy } from '../booking/privacy.ts'
import type { Allowance } from '../budget/allowance.ts'
import type { Policy } from '../release/policy.ts'
import type { Instant, Interval } from '../time/time.ts'
import type { Snapshot } from './snapshot.ts'

/** What of the configuration and the calendar day shapes the picture at one moment. */
export interface PanelRules extends Allowance, Privacy {
  readonly locale: Snapshot['locale']
  readonly timeZone: string
  readonly policy: Policy
  readonly look: Look
  /** Outside office hours, if IT wants the page to begin anew then. */
  readonly isRestartHour: boolean
  /** Today in the room's time zone. */
  readonly today: Interval
  /** How long a reading proves anything just now, ms. */
  readonly freshFor: number
  /** The same for a reading of the room itself. */
  readonly roomFreshFor: number
  /** Whether the office works just now. */
  readonly isOpen: boolean
  /** When the interval becomes another one: the office opens or closes. */
  readonly intervalEnds: Instant
}
