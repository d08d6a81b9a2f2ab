import type {
  BookingProbe,
  BookingStep,
  CalendarProbe,
  CalendarProblem,
} from '../../../engine/room-calendar.ts'
import type { Booking } from '../../../shared/booking/booking.ts'
import type { RoomLimits } from '../../../shared/reserving/room-limits.ts'
import { err, ok, type Result } from '../../../shared/result.ts'

type CallName = Exclude<keyof CalendarProbe, 'booking'> | keyof BookingProbe | BookingStep

/** The calls of a calendar in memory: all are fine, but for those that fail. */
export interface MemoryProbe extends CalendarProbe {
  readonly failing: Partial<Record<CallName, CalendarProblem>>
  bookings: readonly Booking[]
  roomLimits: RoomLimits
  hasCalendar: boolean
  /** The calls that were made, in order. */
  readonly calls: CallName[]
}

export function createMemoryProbe(): MemoryProbe {
  const answer = <T>(name: CallName, value: T): Result<T, CalendarProblem> => {
    probe.calls.push(name)
    const problem = probe.failing[name]
    return problem === undefined ? ok(value) : err(problem)
  }
  const probe: MemoryProbe = {
    failing: {},
    bookings: [],
    roomLimits: {},
    hasCalendar: true,
    calls: [],
    reach: async () => answer('reach', undefined),
    token: async () => answer('token', undefined),
    schedule: async () => answer('schedule', probe.bookings),
    room: async () => answer('room', { name: 'Magnolia' }),
    olderRoom: async () => answer('olderRoom', { name: 'Magnolia' }),
    titles: async () => answer('titles', undefined),
    booking: {
      hasCalendar: async () => answer('hasCalendar', probe.hasCalendar),
      mayMakeCalendar: async () => answer('mayMakeCalendar', undefined),
      may: async (step) => answer(step, undefined),
      limits: async () => answer('limits', probe.roomLimits),
    },
  }
  return probe
}
