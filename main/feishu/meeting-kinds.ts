import type { Booking } from '../../shared/domain/booking.ts'
import { once } from '../../shared/domain/once.ts'
import { days, hours, type Instant, minutes } from '../../shared/domain/time.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { CalendarProblem, Clock } from '../ports.ts'
import { bookingKeyOf } from './booking-key.ts'
import { type Evidence, evidenceIn, type ReadBookings, readFar } from './far-reading.ts'

/** Whether a meeting takes place once or again and again: a schedule doesn't tell, a long stretch of it does. */
export type MeetingKind = 'single' | 'series'

export interface MeetingKinds {
  /** Takes what a reading of the schedule tells by the way. */
  readonly learn: (bookings: readonly Booking[]) => void
  /** Makes `find` quick for these bookings, as far as one far reading in 10 minutes can. */
  readonly prepare: (bookings: readonly Booking[]) => Promise<void>
  /** The kind of this booking's meeting, read if need be; or why it can't be found out. */
  readonly find: (booking: Booking) => Promise<Result<MeetingKind, CalendarProblem>>
}

/** What was single yesterday may have become a series since. */
const servesFor = days(1)
const refreshedAfter = hours(20)
const restsFor = minutes(10)

export function createMeetingKinds(clock: Clock, read: ReadBookings): MeetingKinds {
  /** Only grows, by some hundred names in a year: to take a meeting for a series is the side that does no harm. */
  const series = new Set<string>()
  let far: { readonly at: Instant; readonly single: Evidence['single'] } | undefined
  let reading: Promise<Result<void, CalendarProblem>> | undefined
  let lastBegun: number | undefined

  const evidenceOf = once(evidenceIn)
  const learn = (evidence: Evidence): void => {
    for (const meeting of evidence.series) series.add(meeting)
  }

  /** A meeting which the far reading saw at another start, or not at all, was moved or booked since. */
  const known = ({ meeting, start }: Booking, maxAge: number): MeetingKind | undefined => {
    if (series.has(meeting)) return 'series'
    const age = far ? clock.now() - far.at : -1
    const serves = age >= 0 && age <= maxAge
    return serves && far?.single.get(meeting) === start ? 'single' : undefined
  }

  const begin = async (): Promise<Result<void, CalendarProblem>> => {
    const at = clock.now()
    lastBegun = clock.elapsed()
    const evidence = await readFar(read, at)
    if (!evidence.ok) return evidence
    learn(evidence.value)
    far = { at, single: evidence.value.single }
    return ok(undefined)
  }

  /** Joins the reading that is under way, if there is one. */
  const readOnce = (): Promise<Result<void, CalendarProblem>> => {
    reading ??= begin().finally(() => (reading = undefined))
    return reading
  }

  const isResting = (): boolean => lastBegun !== undefined && clock.elapsed() - lastBegun < restsFor

  return {
    learn: (bookings) => learn(evidenceOf(bookings)),
    async prepare(bookings) {
      const now = clock.now()
      const isUnknown = bookings.some(
        (booking) =>
          booking.end > now &&
          known(booking, refreshedAfter) === undefined &&
          bookingKeyOf(booking.id).originalTime === 0,
      )
      if (isUnknown && !isResting()) await readOnce()
    },
    async find(booking) {
      // A reading that is under way may have begun before the meeting was booked: then it takes another.
      for (let readings = reading ? 2 : 1; readings > 0 && !known(booking, servesFor); readings--) {
        const result = await readOnce()
        if (!result.ok) return result
      }
      const kind = known(booking, servesFor)
      return kind ? ok(kind) : err({ code: 'unexpected', cause: new Error('Not listed in the far reading') })
    },
  }
}
