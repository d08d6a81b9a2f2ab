import type { Cancel } from '../ports.ts'
import type { BookRoom } from './book-room.ts'
import type { FindRooms } from './find-rooms.ts'

/** Booking at the door, while it works. */
export interface DoorBooking {
  readonly book: BookRoom
  readonly findRooms: FindRooms['find']
  readonly stop: Cancel
}
