import { hours, minutes } from '../time/time.ts'

/** The company's limits for an app that books this room. A missing value means no limit. */
export interface RoomLimits {
  /** A longer booking needs approval, which an app's booking never gets, ms; 0: each does. */
  readonly approvalFrom?: number
  /** The part of the day in which the room may be booked, ms since midnight. */
  readonly opens?: number
  readonly closes?: number
  /** Ms. */
  readonly longest?: number
}

/**
 * When the limits are read again, ms, after so many failures in a row. The pause grows, because each try costs up to three calls
 * of the month's, and an app without the scopes fails for months.
 */
export const limitsReadAgainAfter = (failures: number): number =>
  failures === 0 ? hours(24) : Math.min(minutes(10) * 2 ** (failures - 1), hours(6))
