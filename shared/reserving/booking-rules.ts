/** The rules that IT set for booking at the door, in ms. */
export interface BookingRules {
  readonly who: 'everyone' | 'off'
  /** What people are offered, shortest first. */
  readonly lengths: readonly number[]
  readonly longest: number
  /** How much of one day the door may book its room for. */
  readonly longestOfDay: number
}

/** Nobody may book. */
export const noBooking: BookingRules = { who: 'off', lengths: [], longest: 0, longestOfDay: 0 }
