import type { Booking } from '../booking/booking.ts'
import type { Occupancy } from '../occupancy/occupancy.ts'

/**
 * Whether other controls may take the place of these check-in buttons for a while. A running booking that the door
 * calls in use is released no more, so its button may go; a booking that still waits for its people needs it without
 * a gap (law 2b).
 */
export const mayCoverCheckIns = (occupancy: Occupancy, checkIns: readonly Booking[]): boolean =>
  checkIns.every(({ id }) => occupancy.kind === 'inUse' && occupancy.booking.id === id)
