import type { Booking, BookingId } from '../booking/booking.ts'
import { days, type Instant, type Interval } from '../time/time.ts'
import type { ProblemCode } from './problem.ts'

/** The last good schedule, and the failure of the last attempt if that failed. */
export interface Reading {
  /** A reading is on its way. */
  readonly asking: boolean
  /** From 0 up to 1, drawn anew for each reading: it parts panels that would read at the same time. Nothing, for a panel alone. */
  readonly chance?: number
  readonly schedule?: Schedule
  /** What was read before that, or before time made a leap. It proves nothing now, but its buttons are on the page for some ms. */
  readonly before?: Schedule
  /** When bookings were first listed that a good reading right before did not have. Of others nobody knows. */
  readonly listed?: Listed
  /** When bookings were first missing that an earlier reading had: one that is back is not new. */
  readonly missing?: Listed
  /** When the first reading of the panel's life came; missing after time made a leap. */
  readonly firstAt?: Instant
  readonly failure?: ReadingFailure
}

export type Listed = ReadonlyMap<BookingId, Instant>

export interface ReadingFailure {
  readonly code: ProblemCode
  readonly at: Instant
  /** How many attempts failed since the last good one. */
  readonly inARow: number
  /** How long the calendar wants to be left alone, ms. */
  readonly retryAfter?: number
}

export interface Schedule {
  /** Sorted by start. */
  readonly bookings: readonly Booking[]
  /** When the calendar was asked, not when it answered: what happened in between may be missing. */
  readonly readAt: Instant
  /** What was asked for. At a moment outside of it nothing is known. */
  readonly window: Interval
  /** Something more is listed, at times that can't be made out: what seems free may be taken by it. */
  readonly hasUnplaced?: true
}

export type ReadingEvent =
  | { readonly kind: 'scheduleAsked'; readonly chance?: number }
  | {
      readonly kind: 'scheduleRead'
      readonly schedule: Schedule
      /** When the answer came: from then on the panel lists what it has. Without it, when it was asked for. */
      readonly answeredAt?: Instant
    }
  | {
      readonly kind: 'scheduleFailed'
      readonly code: ProblemCode
      readonly at: Instant
      readonly retryAfter?: number
    }

/** The reading after `event`. The same event twice does no harm. */
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

/** Time made a leap: nothing that was read proves anything now. */
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
 * After a reading that failed, a leap or a restart, a booking that the last reading lacks may have been there for long: of those
 * only what has begun by then counts as new, for it may have been booked from inside the room.
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
  const news = next.bookings.filter(isNew)
  return news.length === 0 ? {} : { listed: withMore(listed, news, at) }
}

/** A calendar may leave bookings out for once, and list them again. */
function missingAfter({ schedule, before, missing }: Reading, next: Schedule): Pick<Reading, 'missing'> {
  const last = schedule ?? before
  if (last === undefined || last.bookings === next.bookings) return {}
  const there = new Set(next.bookings.map(({ id }) => id))
  const gone = last.bookings.filter(({ id }) => !there.has(id) && missing?.has(id) !== true)
  return gone.length === 0 ? {} : { missing: withMore(missing, gone, next.readAt) }
}

/** What was entered days ago is about bookings that are over. */
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
