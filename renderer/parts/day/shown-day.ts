import type { Snapshot } from '../../../shared/snapshot/snapshot.ts'
import { days, type Instant, type Interval, plus } from '../../../shared/time/time.ts'

export interface ShownDay {
  readonly day: Interval
  /** The office's hours on that day. */
  readonly office: Interval
  readonly isTomorrow: boolean
}

/** The day that is worth showing: today, or once it is over tomorrow. */
export function shownDay(
  { bookings, today, office }: Pick<Snapshot, 'bookings' | 'today' | 'office'>,
  now: Instant,
): ShownDay {
  const isStillBooked = bookings.some(({ start, end }) => end > now && start < today.end)
  if (now < office.end || isStillBooked) return { day: today, office, isTomorrow: false }
  return {
    day: { start: today.end, end: plus(today.end, days(1)) },
    office: { start: plus(office.start, days(1)), end: plus(office.end, days(1)) },
    isTomorrow: true,
  }
}
