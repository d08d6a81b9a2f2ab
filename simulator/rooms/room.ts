import type { Schedule } from '../calendar/schedule.ts'
import type { Tenant } from '../tenancy/tenant.ts'

/** A meeting room. Changed by the world's verbs only. */
export interface Room {
  readonly id: string
  readonly tenant: Tenant
  name: string
  /** People. */
  readonly capacity: number
  readonly description: string
  readonly displayId: string
  readonly customId: string
  /** The levels above it, from the company's root down; the last one is its own. */
  readonly levels: readonly string[]
  readonly devices: readonly string[]
  isRemoved: boolean
  outOfService: OutOfService | undefined
  /** The people in the room now. The platform does not know them; the world does. */
  readonly people: Set<string>
  readonly schedule: Schedule
  reserveRules: ReserveRules
}

/** The company's rules for booking this room. */
export interface ReserveRules {
  /** A booking longer than this needs approval, hours; undefined if none does, 0 if each does. */
  readonly approvalFromHours: number | undefined
  /** Seconds since midnight in China. */
  readonly opens: number
  readonly closes: number
  readonly longestHours: number
  readonly daysAhead: number
}

export const noReserveRules: ReserveRules = {
  approvalFromHours: undefined,
  opens: 0,
  closes: 86_400,
  longestHours: Infinity,
  daysAhead: Infinity,
}

export interface OutOfService {
  readonly reason: string
  /** Epoch ms; in the future, if it is planned. */
  readonly from: number
  /** Epoch ms; Infinity if the end is not known. */
  readonly until: number
}
