import type { Booking, BookingId } from '../booking/booking.ts'
import { days, type Instant, type Interval } from '../time/time.ts'
import type { ProblemCode } from './problem.ts'

/** The last good schedule, and the failure of the last attempt if that failed. */
export interface Reading {
  /** A reading is on its way. */
  readonly asking: boolean
  /**
   * From 0 up to 1, drawn again for each reading. It separates panels that would read at the same time;
   * undefined for a panel that is alone.
   */
  readonly chance?: number
  readonly schedule?: Schedule
  /**
   * The schedule before this one, or before the time leapt. It proves nothing now, but the page may show its
   * buttons for some ms more.
   */
  readonly before?: Schedule
  /**
   * When each new booking was first listed. A booking is new only if a good reading right before lacked it;
   * for other bookings this time is unknown.
   */
  readonly listed?: Listed
  /** When each booking of an earlier reading was first missing. If it comes back, it is not new. */
  readonly missing?: Listed
  /** When the panel's first reading came; undefined after the time leapt. */
  readonly firstAt?: Instant
  readonly failure?: ReadingFailure
}

export type Listed = ReadonlyMap<BookingId, Instant>

export interface ReadingFailure {
  readonly code: ProblemCode
  readonly at: Instant
  /** How many attempts failed since the last good one. */
  readonly inARow: number
  /** How long the calendar asked the panel to wait, ms. */
  readonly retryAfter?: number
}

export interface Schedule {
  /** Sorted by start. */
  readonly bookings: readonly Booking[]
  /** When the calendar was asked, not when it answered. Changes between the two may be missing. */
  readonly readAt: Instant
  /**
   * When a hub told of it, which had asked for many rooms at once. To ask it again at once would bring the
   * same. Undefined for a reading of this panel's own.
   */
  readonly heardAt?: Instant
  /** The time that the reading covers. Outside of it the panel knows no bookings. */
  readonly window: Interval
  /** The calendar also lists a booking whose time can't be read, so a seemingly free time may be taken. */
  readonly hasUnplaced?: true
}

export type ReadingEvent =
  | { readonly kind: 'scheduleAsked'; readonly chance?: number }
  | {
      readonly kind: 'scheduleRead'
      readonly schedule: Schedule
      /**
       * When the answer came; `readAt` of the schedule if left out. The panel lists the schedule's bookings
       * from then on.
       */
      readonly answeredAt?: Instant
    }
  | {
      readonly kind: 'scheduleFailed'
      readonly code: ProblemCode
      readonly at: Instant
      readonly retryAfter?: number
    }

/** The reading after `event`. Applying an event twice is harmless. */
export function readingAfter(reading: Reading, event: ReadingEvent): Reading {
  switch (event.kind) {
    case 'scheduleAsked':
      return { ...reading, asking: true, ...(event.chance !== undefined && { chance: event.chance }) }
    case 'scheduleRead': {
      const { failure: _, ...known } = reading
      if (event.schedule === reading.schedule) return { ...known, asking: false }
      const { schedule, answeredAt = schedule.readAt } = event
      const { firstAt = isFirst(reading) ? answeredAt : undefined } = reading
      return {
        ...known,
        ...beforeThis(reading),
        ...listedAfter(reading, schedule, answeredAt),
        ...missingAfter(reading, schedule),
        ...(firstAt !== undefined && { firstAt }),
        asking: false,
        schedule,
      }
    }
    case 'scheduleFailed':
      return { ...reading, asking: false, failure: failureAfter(reading.failure, event) }
  }
}

/** The reading after the time leapt: earlier schedules prove nothing now. */
export const forgottenReading = (reading: Reading): Reading => ({
  asking: reading.asking,
  ...(reading.listed && { listed: reading.listed }),
  ...(reading.missing && { missing: reading.missing }),
  ...beforeThis(reading),
})

function beforeThis({ schedule, before }: Reading): Pick<Reading, 'before'> {
  const last = schedule ?? before
  return last === undefined ? {} : { before: last }
}

const isFirst = ({ schedule, before }: Reading): boolean => schedule === undefined && before === undefined

/**
 * Finds the new bookings of a reading. After a failed reading, a leap of the time or a restart, a booking
 * that the last reading lacks may have been listed for long. Of these only bookings that have begun by then
 * count as new, because they may have been booked from inside the room.
 */
function listedAfter(
  { schedule, before, failure, listed, missing }: Reading,
  next: Schedule,
  at: Instant,
): Pick<Reading, 'listed'> {
  const last = schedule ?? before
  if (last === undefined || last.bookings === next.bookings) return {}
  const known = new Set(last.bookings.map(({ id }) => id))
  const isGapless = schedule !== undefined && failure === undefined
  const isNew = ({ id, start, end }: Booking): boolean =>
    !known.has(id) &&
    listed?.has(id) !== true &&
    missing?.has(id) !== true &&
    (isGapless || start <= at) &&
    start < last.window.end &&
    end > last.window.start
  const newBookings = next.bookings.filter(isNew)
  return newBookings.length === 0 ? {} : { listed: withMore(listed, newBookings, at) }
}

/** A calendar may leave bookings out once, and list them again. */
function missingAfter({ schedule, before, missing }: Reading, next: Schedule): Pick<Reading, 'missing'> {
  const last = schedule ?? before
  if (last === undefined || last.bookings === next.bookings) return {}
  const there = new Set(next.bookings.map(({ id }) => id))
  const gone = last.bookings.filter(({ id }) => !there.has(id) && missing?.has(id) !== true)
  return gone.length === 0 ? {} : { missing: withMore(missing, gone, next.readAt) }
}

/** Entries that are two days old are about bookings that are over. */
function withMore(entered: Listed | undefined, more: readonly Booking[], at: Instant): Listed {
  const still = [...(entered ?? [])].filter(([, enteredAt]) => enteredAt > at - days(2))
  return new Map([...still, ...more.map(({ id }) => [id, at] as const)])
}

export function failureAfter(
  before: ReadingFailure | undefined,
  { code, at, retryAfter }: Omit<ReadingFailure, 'inARow'>,
): ReadingFailure {
  const isSame = before?.at === at
  const inARow = (before?.inARow ?? 0) + (isSame ? 0 : 1)
  return { code, at, inARow, ...(retryAfter !== undefined && { retryAfter }) }
}
