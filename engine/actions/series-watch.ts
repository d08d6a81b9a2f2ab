import type { Booking, BookingId } from '../../shared/booking/booking.ts'
import type { JournalContent, SeriesWatch } from '../../shared/panel/journal.ts'
import { days, hours, type Instant, plus } from '../../shared/time/time.ts'

/** A reply to one instance of a series, and the other instances that have to be there afterwards. */
export interface Watched {
  readonly booking: Booking
  /** Sorted by start. */
  readonly siblings: readonly Booking[]
  /** All bookings of the meeting before the reply; after a restart those near the first sibling. */
  readonly known: ReadonlySet<BookingId>
}

/**
 * Siblings that begin within this time are not looked for, because they may not be listed as coming any more,
 * ms.
 */
const notBegunFor = hours(1)

/** The siblings that are still to come, sorted by start. */
export const stillToCome = (siblings: readonly Booking[], now: Instant): readonly Booking[] =>
  siblings
    .filter(({ start }) => start > plus(now, notBegunFor))
    .toSorted((one, other) => one.start - other.start)

/** If an organiser moves one instance, it gets another id near its old time, which is no harm. Ms. */
const movedWithin = days(1)

const isNear = (one: Booking, other: Booking): boolean => Math.abs(one.start - other.start) <= movedWithin

/** The siblings that are no longer listed, not even under another id. */
export const missingFrom = (
  after: readonly Booking[],
  siblings: readonly Booking[],
  known: ReadonlySet<BookingId>,
): readonly BookingId[] =>
  siblings
    .filter(
      (sibling) =>
        !after.some((one) => one.id === sibling.id || (!known.has(one.id) && isNear(one, sibling))),
    )
    .map(({ id }) => id)

/** The watch as the journal stores it: a look after a restart is only for the nearest sibling. */
export function watchOf(
  { id, meeting, start, end }: Booking,
  nearest: Booking,
  listed: readonly Booking[],
): Omit<SeriesWatch, 'room'> {
  const known = listed.filter((one) => isNear(one, nearest)).map((one) => one.id)
  const sibling = { booking: nearest.id, start: nearest.start, end: nearest.end }
  return { booking: id, meeting, start, end, sibling, known }
}

export function watchedBy({ booking, meeting, start, end, sibling, known }: SeriesWatch): Watched {
  const nearest = { id: sibling.booking, meeting, start: sibling.start, end: sibling.end }
  return { booking: { id: booking, meeting, start, end }, siblings: [nearest], known: new Set(known) }
}

export const withWatch = (content: JournalContent, watch: SeriesWatch): JournalContent => ({
  ...withoutWatch(content, watch.booking),
  watches: [...(content.watches ?? []).filter(({ booking }) => booking !== watch.booking), watch],
})

export function withoutWatch(content: JournalContent, booking: BookingId): JournalContent {
  const { watches = [], ...rest } = content
  const left = watches.filter((watch) => watch.booking !== booking)
  return left.length > 0 ? { ...rest, watches: left } : rest
}
