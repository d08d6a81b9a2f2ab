import type { Result } from '../shared/result.ts'
import type { Interval } from '../shared/time/time.ts'
import type { DoorCalendar } from './reservation-calendar.ts'
import type { CalendarProblem, ListedBooking, RoomCalendar } from './room-calendar.ts'

/** The most rooms whose schedules, or whose facts, one call reads. */
export const roomsAtOnce = 20

/**
 * The calendars of all rooms that one app sees. They share the app's token, its pauses after refusals, and the calls for the
 * rooms' facts: `readRoom` waits a moment for others.
 */
export interface CompanyCalendar {
  readonly roomCalendar: (roomId: string) => DoorCalendar
  /** All rooms that the app may see, in no order. Costs some calls, more for more rooms. */
  readonly readRooms: RoomCalendar['readRooms']
  /**
   * The bookings of `roomsAtOnce` rooms at most, by one call, as `RoomCalendar.readSchedule` has them for each.
   * Repeats itself on passing faults.
   */
  readonly readSchedules: (
    rooms: readonly string[],
    window: Interval,
    isAwaited?: boolean,
  ) => Promise<Result<RoomSchedules, CalendarProblem>>
}

/** For each room that was asked for: its bookings, or why it alone can't be read. */
export type RoomSchedules = ReadonlyMap<string, Result<readonly ListedBooking[], CalendarProblem>>
