import type { Booking } from '../../shared/booking/booking.ts'
import type { ProblemCode } from '../../shared/reading/problem.ts'
import type { Schedule } from '../../shared/reading/reading.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { RoomCalendar } from '../calendars/room-calendar.ts'
import type { PanelStore } from '../panel/panel-store.ts'
import type { Clock } from '../ports.ts'
import type { RefreshSchedule } from '../reading/refresh-schedule.ts'

interface LookParts {
  readonly calendar: RoomCalendar
  readonly panel: PanelStore
  readonly clock: Clock
  readonly refresh: RefreshSchedule
}

interface Look {
  readonly schedule: Schedule
  /** What must still be there afterwards; empty where it can't be read: the person at the door goes first. */
  readonly siblings: readonly Booking[]
}

/**
 * A reading of this very moment, for a reply that a person wants; beside it a look for the meeting's other bookings, so that
 * the reply has not to wait for that. Gives why the schedule can't be read, if it can't.
 */
export async function lookBeforeReply(
  { calendar, panel, clock, refresh }: LookParts,
  meant: Booking,
): Promise<Result<Look, ProblemCode>> {
  const [schedule, siblings] = await Promise.all([
    refresh(clock.elapsed(), true),
    calendar.readSiblings(meant),
  ])
  if (schedule === undefined) return err(panel.current().reading.failure?.code ?? 'unreachable')
  return ok({ schedule, siblings: siblings.ok ? siblings.value : [] })
}
