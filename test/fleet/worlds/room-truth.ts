import { THE_TRUTH } from '../../../simulator/calendar/instances.ts'
import type { Room } from '../../../simulator/rooms/room.ts'

/** Whether something is booked in this time, whatever a door knows of it. */
export const isBusyWithin = (room: Room, start: number, end: number): boolean =>
  room.schedule.within({ start, end }, THE_TRUTH).length > 0
