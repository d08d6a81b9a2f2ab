import { seconds } from '../../shared/time/time.ts'
import { pause } from '../pause.ts'
import type { Clock } from '../ports.ts'
import type { ReservationKeeper } from './reservation-keeper.ts'

/** Ms. */
const betweenReadings = seconds(20)
/** At this reading, after two minutes, what an earlier panel had under way is in doubt, and holds up no green. */
const mostWaited = 7
/** Ms. */
const betweenLooksAtClock = seconds(1)

/**
 * Reads what an earlier panel left, as soon as the disk gives it. Resolves when the calendar has said what time it is,
 * because by a tablet's own time a reservation may seem to be of another day. False: there may be more than was read.
 */
export async function openReservations(
  keeper: Pick<ReservationKeeper, 'open' | 'showNone'>,
  clock: Clock,
  isOver: () => boolean,
): Promise<boolean> {
  let read = await keeper.open()
  /* oxlint-disable no-await-in-loop -- one look after the other */
  for (let tries = 1; read === 'unreadable' && !isOver(); tries++) {
    if (tries === mostWaited) keeper.showNone()
    await pause(clock, betweenReadings)
    read = await keeper.open()
  }
  while (!Number.isFinite(clock.error()) && !isOver()) await pause(clock, betweenLooksAtClock)
  /* oxlint-enable no-await-in-loop */
  return read === 'whole'
}
