/** What the company lets an app book this room for. Everything is optional: what is not limited is missing. */
export interface RoomLimits {
  /** A longer booking needs somebody's approval, which one of an app's never gets, ms; 0: each does. */
  readonly approvalFrom?: number
  /** The part of the day in which the room may be booked, ms since midnight. */
  readonly opens?: number
  readonly closes?: number
  /** Ms. */
  readonly longest?: number
}
