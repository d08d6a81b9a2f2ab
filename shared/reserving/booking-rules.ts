/** The rules that IT set for booking at the door, in ms. */
export interface BookingRules {
  /** `pin`: whoever knows the administrator's PIN. */
  readonly who: 'everyone' | 'pin' | 'off'
  /** The offered lengths, shortest first. */
  readonly lengths: readonly number[]
  readonly longest: number
  /** The longest time of one day that the door may book its room for. */
  readonly longestOfDay: number
  /** How often a meeting can be extended, and by how much each time. */
  readonly extensions: number
  readonly longestExtension: number
  /** How many bookings for later may be open. */
  readonly mostLater: number
}

/** The rules of a door that books for no one. */
export const noBooking: BookingRules = {
  who: 'off',
  lengths: [],
  longest: 0,
  longestOfDay: 0,
  extensions: 0,
  longestExtension: 0,
  mostLater: 0,
}
