import type { Look } from './appearance.ts'
import type { Policy } from './policy.ts'
import type { Snapshot } from './snapshot.ts'
import type { Instant, Interval } from './time.ts'

/** What of the configuration and the calendar day shapes the picture at one moment. */
export interface View {
  readonly locale: Snapshot['locale']
  readonly timeZone: string
  readonly showOrganizer: boolean
  readonly policy: Policy
  readonly look: Look
  /** Today in the room's time zone. */
  readonly today: Interval
  /** The time between two readings just now, ms. */
  readonly interval: number
  /** When that time becomes another one: the office opens or closes. */
  readonly intervalEnds: Instant
}
