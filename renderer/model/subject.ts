import type { Booking } from '../../shared/booking/booking.ts'
import type { Occupancy } from '../../shared/occupancy/occupancy.ts'

/** The booking that the door shows: the one that has the room, or that is about to have it. */
export function subjectOf(occupancy: Occupancy): Booking | undefined {
  switch (occupancy.kind) {
    case 'checkInOpen':
    case 'awaitingCheckIn':
    case 'inUse':
      return occupancy.booking
    case 'free':
    case 'reserving':
    case 'unknown':
    case 'outOfService':
    case 'notSetUp':
      return undefined
  }
}
