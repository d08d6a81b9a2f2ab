import type { Booking } from '../../../../shared/booking/booking.ts'
import type { Result } from '../../../../shared/result.ts'
import { seconds } from '../../../../shared/time/time.ts'
import type { Clock } from '../../../ports.ts'
import type { CalendarProblem } from '../../../room-calendar.ts'
import { type FarLook, lookFar, type ReadBookings, windowsOf } from './far-reading.ts'

type Meant = Pick<Booking, 'id' | 'meeting'>

export interface FarLooks {
  /** Looks again: in all windows, or only where the bookings in `known` begin. */
  readonly look: (
    booking: Meant,
    known?: readonly Booking[],
    isAwaited?: boolean,
  ) => Promise<Result<FarLook, CalendarProblem>>
  /**
   * A recent look in all windows: the last one if it began within seconds and for the same booking, otherwise
   * a new one.
   */
  readonly lately: (booking: Meant, isAwaited: boolean) => Promise<Result<FarLook, CalendarProblem>>
}

/** The oldest look that a reply may depend on: as old as a reading may be (law 2c). Ms. */
const servesFor = seconds(10)

/** Before a reply the look runs while the schedule is read again, so that the reply need not wait for it. */
export function createFarLooks(clock: Clock, read: ReadBookings): FarLooks {
  let last:
    | { readonly of: Booking['id']; readonly at: number; readonly result: ReturnType<FarLooks['look']> }
    | undefined

  const lookEverywhere: FarLooks['lately'] = (booking, isAwaited) => {
    const result = lookFar((window) => read(window, isAwaited), booking, clock.now())
    last = { of: booking.id, at: clock.elapsed(), result }
    return result
  }
  return {
    look: (booking, known, isAwaited = false) =>
      known === undefined
        ? lookEverywhere(booking, isAwaited)
        : lookFar((window) => read(window, isAwaited), booking, clock.now(), windowsOf(known, clock.now())),
    lately: (booking, isAwaited) =>
      last?.of === booking.id && clock.elapsed() - last.at <= servesFor && clock.isWholeSince(last.at)
        ? last.result
        : lookEverywhere(booking, isAwaited),
  }
}
