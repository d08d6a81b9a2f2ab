import { provenWithin } from '../../shared/reserving/next-step.ts'
import type { Reservation } from '../../shared/reserving/reservation.ts'
import { days, plus } from '../../shared/time/time.ts'
import type { ListedEntry, ReservationCalendar } from '../reservation-calendar.ts'
import type { Clock, Log } from '../ports.ts'
import type { ReservationKeeper } from './reservation-keeper.ts'

export interface SweepParts {
  readonly calendar: ReservationCalendar
  readonly clock: Clock
  readonly log: Log
  readonly keeper: ReservationKeeper
  /** The id of this door's room. */
  readonly room: string
}

/**
 * Examines all entries that doors have made for this room around today, and removes those that are no
 * bookings: entries that this door gave up and that came into the calendar later, and entries that no disk
 * knows any more and the room has not accepted. Resolves to whether the calendar has listed them.
 */
export async function sweep(parts: SweepParts): Promise<boolean> {
  const { calendar, clock, keeper, log } = parts
  const now = clock.now()
  const listed = await calendar.list({ start: plus(now, -days(2)), end: plus(now, days(2)) })
  if (!listed.ok) return false
  for (const one of listed.value) {
    const known = keeper.all().find(({ id }) => id === one.reservation)
    // oxlint-disable-next-line no-await-in-loop -- nobody waits, and the calendar is not to be hurried
    if (!(await isLeftOver(parts, one, known))) continue
    log.warn('reservation.swept', { id: one.reservation })
    // oxlint-disable-next-line no-await-in-loop -- the same
    await calendar.remove(one.entry)
  }
  return true
}

/** Whether the entry is left over. A reservation under way is left to its own drive. */
async function isLeftOver(
  { calendar, clock, room }: SweepParts,
  { entry, isOwnRoom, madeAt }: ListedEntry,
  known: Reservation | undefined,
): Promise<boolean> {
  if (known !== undefined) return known.state.kind === 'gone'
  // Another panel of this room may be booking it just now.
  if (!isOwnRoom || clock.now() < plus(madeAt, 2 * provenWithin)) return false
  const answer = await calendar.readAnswer(entry, room)
  return answer.ok && answer.value !== 'accepted'
}
