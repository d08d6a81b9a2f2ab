import type { Booking, BookingId } from '../../shared/booking/booking.ts'
import { shownLateFor } from '../../shared/release/release-doubt.ts'
import { days, hours, minutes, plus, seconds } from '../../shared/time/time.ts'
import type { RoomCalendar } from '../calendars/room-calendar.ts'
import type { RecordInJournal } from '../panel/record-in-journal.ts'
import { pause } from '../pause.ts'
import type { Clock, Log } from '../ports.ts'

/**
 * Law 7: looks the other instances of a series up again after a reply to one of them. If one is missing, automatic
 * release switches itself off, until IT clears it.
 */
export interface SeriesGuard {
  /**
   * Watches the siblings that were listed before a reply. Resolves after the first look; more follow later.
   */
  readonly watch: (booking: Booking, before: readonly Booking[]) => Promise<void>
  /**
   * Looks at once at all siblings that are still watched. False if they can't be read, or if the disk has not
   * stored a harm that was found.
   */
  readonly lookNow: () => Promise<boolean>
}

export interface SeriesGuardParts {
  readonly calendar: RoomCalendar
  readonly clock: Clock
  readonly log: Log
  readonly record: RecordInJournal
}

interface Watched {
  readonly booking: Booking
  readonly siblings: readonly Booking[]
  /** All bookings of the meeting before the reply. */
  readonly known: ReadonlySet<BookingId>
}

/** If an organiser moves one instance, it gets another id near its old time, which is no harm. Ms. */
const movedWithin = days(1)

const isThere = (sibling: Booking, known: ReadonlySet<BookingId>, after: readonly Booking[]): boolean =>
  after.some(
    ({ id, start }) =>
      id === sibling.id || (!known.has(id) && Math.abs(start - sibling.start) <= movedWithin),
  )

/**
 * Siblings that begin within this time are not looked for, because they may not be listed as coming any more,
 * ms.
 */
const notBegunFor = hours(1)
/** The pauses before the tries of the first look, if it fails. Ms. */
const pausesBetweenTries = [0, seconds(5), seconds(30)]
/** The times after a reply of further looks, ms, in order, because the calendar may show its effect late. */
const laterLooks = [minutes(1), shownLateFor]

/** A disk that refused the harm is tried again after this time, ms. */
const beforeNextEntry = seconds(20)

export function createSeriesGuard(parts: SeriesGuardParts): SeriesGuard {
  const { clock, log } = parts
  const watched = new Set<Watched>()
  /** The number of harms that are not on the disk yet. */
  let unwritten = 0

  const noteHarm = async ({ id }: Booking, missing: readonly BookingId[]): Promise<void> => {
    log.error('series.harmed', { booking: id, missing })
    const seriesHarm = { booking: id, missing, at: clock.now() }
    const enter = () =>
      parts.record((content) => ({ ...content, seriesHarm: content.seriesHarm ?? seriesHarm }))
    unwritten++
    // oxlint-disable-next-line no-await-in-loop -- one try after the other
    while (!(await enter()).ok) await pause(clock, beforeNextEntry)
    unwritten--
  }

  /** Whether the siblings could be seen. */
  const look = async (one: Watched, at: readonly Booking[]): Promise<boolean> => {
    const after = await parts.calendar.readSiblings(one.booking, at)
    if (!after.ok) return false
    const missing = at.filter((sibling) => !isThere(sibling, one.known, after.value)).map(({ id }) => id)
    if (missing.length > 0 && watched.delete(one)) void noteHarm(one.booking, missing)
    return true
  }
  // A reply to one instance that changes others changes a whole series, so the nearest sibling shows it, for
  // one call.
  const lookAtNearest = (one: Watched): Promise<boolean> => look(one, one.siblings.slice(0, 1))

  const lookLater = (one: Watched): void => {
    for (const ms of laterLooks)
      clock.after(ms, () => {
        if (!watched.has(one)) return
        void lookAtNearest(one).then(() => (ms === laterLooks.at(-1) ? watched.delete(one) : undefined))
      })
  }

  return {
    async watch(booking, before) {
      const siblings = before
        .filter(({ start }) => start > plus(clock.now(), notBegunFor))
        .toSorted((one, other) => one.start - other.start)
      if (siblings.length === 0) return
      const one = { booking, siblings, known: new Set(before.map(({ id }) => id)) }
      watched.add(one)
      lookLater(one)
      for (const ms of pausesBetweenTries) {
        // oxlint-disable-next-line no-await-in-loop -- each try waits for the one before
        await pause(clock, ms)
        // oxlint-disable-next-line no-await-in-loop -- the same
        if (await look(one, siblings)) return
      }
      log.warn('series.not-verified', { booking: booking.id })
    },
    async lookNow() {
      const seen = await Promise.all([...watched].map(lookAtNearest))
      return seen.every(Boolean) && unwritten === 0
    },
  }
}
