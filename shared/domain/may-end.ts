import { type Booking, type BookingId, runningAt } from './booking.ts'
import type { EndRefusal } from './ending.ts'
import type { Panel } from './panel.ts'
import { freshForTouch } from './reading-plan.ts'
import type { Instant } from './time.ts'
import { err, ok, type Result } from '../result.ts'

/** Whether the meeting that somebody wants to end is the one that runs, by data that is fresh enough to act upon. */
export function mayEnd(panel: Panel, booking: BookingId, now: Instant): Result<Booking, EndRefusal> {
  const { schedule, failure } = panel.reading
  if (failure !== undefined) return err(failure.code)
  if (schedule === undefined || now - schedule.readAt > freshForTouch) return err('notFresh')
  const running = runningAt(schedule.bookings, now)
  return running?.id === booking ? ok(running) : err('meetingOver')
}
