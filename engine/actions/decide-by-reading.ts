import type { Booking, BookingId } from '../../shared/booking/booking.ts'
import type { ProblemCode } from '../../shared/reading/problem.ts'
import type { Schedule } from '../../shared/reading/reading.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Instant } from '../../shared/time/time.ts'
import type { RoomCalendar } from '../room-calendar.ts'
import type { PanelStore } from '../panel/panel-store.ts'
import type { Clock } from '../ports.ts'
import type { RefreshSchedule } from '../reading/refresh-schedule.ts'

export interface LookParts {
  readonly calendar: RoomCalendar
  readonly panel: PanelStore
  readonly clock: Clock
  readonly refresh: RefreshSchedule
}

/** A booking that may be replied to, by a reading that was just made. */
export interface Decided {
  readonly booking: Booking
  /** The bookings of that reading. */
  readonly before: readonly Booking[]
  /**
   * The bookings that must still be listed after the reply. Empty if they can't be read, because the person
   * at the door comes first.
   */
  readonly siblings: readonly Booking[]
}

/**
 * Reads the schedule for a reply that a person wants, and decides by it. A meeting that was moved since the
 * tap keeps its new time. The meeting's other bookings are looked for at the same time, so that the reply
 * need not wait for them. The error is `may`'s, or why the schedule can't be read.
 */
export async function decideByReading<Refusal>(
  { calendar, panel, clock, refresh }: LookParts,
  meant: Booking,
  may: (schedule: Schedule, id: BookingId, now: Instant) => Result<Booking, Refusal>,
): Promise<Result<Decided, Refusal | ProblemCode>> {
  const [schedule, siblings] = await Promise.all([
    refresh(clock.elapsed(), true),
    calendar.readSiblings(meant, undefined, true),
  ])
  if (schedule === undefined) return err(panel.current().reading.failure?.code ?? 'unreachable')
  const booking = may(schedule, meant.id, clock.now())
  if (!booking.ok) return booking
  return ok({
    booking: booking.value,
    before: schedule.bookings,
    siblings: siblings.ok ? siblings.value : [],
  })
}

/** The booking with this id in the last reading; undefined if it is not listed. */
export const listed = ({ current }: Pick<PanelStore, 'current'>, id: BookingId): Booking | undefined =>
  current().reading.schedule?.bookings.find((booking) => booking.id === id)
