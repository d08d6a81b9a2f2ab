import { isOpen, type ReservationId } from '../../shared/reserving/reservation.ts'
import { seconds } from '../../shared/time/time.ts'
import { pause } from '../pause.ts'
import type { PanelStore } from '../panel/panel-store.ts'
import type { Clock } from '../ports.ts'
import type { RefreshSchedule } from '../reading/refresh-schedule.ts'
import type { ReservationKeeper } from './reservation-keeper.ts'
import { knowsTime, timeKnown } from './time-known.ts'

/** Ms. */
const betweenReadings = seconds(20)
/**
 * At this reading, after two minutes, what an earlier panel had under way is in doubt, and holds up no green. Nothing that
 * it made is so young by then that the sweeper leaves it alone.
 */
const mostWaited = 7

/** What an earlier panel left. `isWhole`: false if there may be more than was read. */
interface Left {
  readonly ids: readonly ReservationId[]
  readonly isWhole: boolean
}

interface OpeningParts {
  readonly keeper: Pick<ReservationKeeper, 'open' | 'showNone' | 'all'>
  readonly clock: Clock
  readonly panel: Pick<PanelStore, 'current'>
  readonly isOver: () => boolean
  /** Removes what is no booking by the calendar's own list. Resolves to whether that could be read. */
  readonly sweep: () => Promise<boolean>
  readonly refresh: RefreshSchedule
}

/**
 * Reads what an earlier panel left, as soon as the disk gives it; until it does, the calendar's list serves once.
 * Resolves when the calendar has said what time it is, because by a tablet's own time a reservation may seem to be of
 * another day. Visitors may book meanwhile: what they begin is none of the earlier panel's.
 */
export async function openReservations(parts: OpeningParts): Promise<Left> {
  const { keeper, clock, panel, isOver, sweep, refresh } = parts
  let isSwept = false
  let read = await keeper.open()
  /* oxlint-disable no-await-in-loop -- one look after the other */
  for (let tries = 1; read === 'unreadable' && !isOver(); tries++) {
    const isDoubted = tries === mostWaited
    // The room may have accepted since the last reading: the door is not green by one from before.
    const reading = isDoubted ? refresh(clock.elapsed(), true) : undefined
    if (tries % mostWaited === 0 && knowsTime(clock)) isSwept ||= await sweep()
    await reading
    if (isDoubted) keeper.showNone()
    await pause(clock, betweenReadings)
    read = await keeper.open()
  }
  /* oxlint-enable no-await-in-loop */
  const ids = keeper.all().map(({ id }) => id)
  // One answer that contradicts the others puts the time in doubt, and the next reading may be minutes away. A reading that
  // fails is tried again by itself.
  const isAwaited = (): boolean => keeper.all().some(isOpen) && panel.current().reading.failure === undefined
  await timeKnown(clock, isOver, () => void (isAwaited() && refresh(undefined, true)))
  return { ids, isWhole: read === 'whole' }
}
