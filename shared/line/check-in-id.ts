import type { CheckIn } from '../check-in/check-in.ts'
import { fnv1a } from '../fnv-1a.ts'

/**
 * The id under which a check-in goes over the line: the same at each sending, from whichever door that knows
 * it. Two check-ins of one millisecond differ by their bookings.
 */
export const checkInIdOf = ({ booking, at }: Pick<CheckIn, 'booking' | 'at'>): string =>
  `${at.toString(36)}-${fnv1a(booking)}`
