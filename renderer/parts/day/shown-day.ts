import type { Snapshot } from '../../../shared/snapshot/snapshot.ts'
import { days, type Instant, type Interval, plus } from '../../../shared/time/time.ts'
import { closes } from './day-layout.ts'

/** The day that is worth showing: today, or once it is over tomorrow. */
export function shownDay(
  { bookings, today }: Pick<Snapshot, 'bookings' | 'today'>,
  now: Instant,
  hourOf: (at: Instant) => number,
): { readonly day: Interval; readonly isTomorrow: boolean } {
  const isStillBooked = bookings.some(({ start, end }) => end > now && start < today.end)
  if (hourOf(now) < closes || isStillBooked) return { day: today, isTomorrow: false }
  return { day: { start: today.end, end: plus(today.end, days(1)) }, isTomorrow: true }
}
