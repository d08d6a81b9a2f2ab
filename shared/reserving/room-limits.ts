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
