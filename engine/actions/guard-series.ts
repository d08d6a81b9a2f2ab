import type { Booking, BookingId } from '../../shared/booking/booking.ts'
import { shownLateFor } from '../../shared/release/release-doubt.ts'
import { minutes, seconds } from '../../shared/time/time.ts'
import type { RoomCalendar } from '../room-calendar.ts'
import { pause } from '../pause.ts'
import type { Clock, Log } from '../ports.ts'
import { createKeptWatches, type KeptWatchesParts } from './kept-watches.ts'
import { missingFrom, stillToCome, type Watched, withoutWatch } from './series-watch.ts'

/**
 * Law 7: looks the other instances of a series up again after a reply to one of them. If one is missing, automatic
 * release switches itself off, until IT clears it.
 */
export interface SeriesGuard {
  /**
   * Puts the siblings that are listed before a reply into the journal before it is sent, so that a restart
   * forgets no look.
   */
  readonly prepare: (booking: Booking, before: readonly Booking[]) => Promise<void>
  /** The reply was refused, so no sibling has to be looked for. */
  readonly dismiss: (booking: Booking) => Promise<void>
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

export interface SeriesGuardParts extends KeptWatchesParts {
  readonly calendar: RoomCalendar
  readonly clock: Clock
  readonly log: Log
}

/** The pauses before the tries of the first look, if it fails. Ms. */
const pausesBetweenTries = [0, seconds(5), seconds(30)]
/** The times after a reply of further looks, ms, in order, because the calendar may show its effect late. */
const laterLooks = [minutes(1), shownLateFor]

/** A disk that refused the harm is tried again after this time, ms. */
const beforeNextEntry = seconds(20)

export function createSeriesGuard(parts: SeriesGuardParts): SeriesGuard {
  const { clock, log, record } = parts
  const kept = createKeptWatches(parts)
  const watched = new Set<Watched>()
  /** The number of harms that are not on the disk yet. */
  let unwritten = 0

  const noteHarm = async ({ id }: Booking, missing: readonly BookingId[]): Promise<void> => {
    log.error('series.harmed', { booking: id, missing })
    const seriesHarm = { booking: id, missing, at: clock.now() }
    const enter = () =>
      record((content) => ({
        ...withoutWatch(content, id),
        seriesHarm: content.seriesHarm ?? seriesHarm,
      }))
    unwritten++
    // oxlint-disable-next-line no-await-in-loop -- one try after the other
    while (!(await enter()).ok) await pause(clock, beforeNextEntry)
    unwritten--
  }

  /** Whether the siblings could be seen. */
  const look = async (one: Watched, siblings: readonly Booking[]): Promise<boolean> => {
    // After a restart some may have begun.
    const at = siblings.filter(({ start }) => start > clock.now())
    if (at.length === 0) return true
    const after = await parts.calendar.readSiblings(one.booking, at)
    if (!after.ok) return false
    const missing = missingFrom(after.value, at, one.known)
    if (missing.length > 0 && watched.delete(one)) void noteHarm(one.booking, missing)
    return true
  }
  // A reply to one instance that changes others changes a whole series, so the nearest sibling shows it, for
  // one call.
  const lookAtNearest = (one: Watched): Promise<boolean> => look(one, one.siblings.slice(0, 1))

  const lookAgain = async (one: Watched, isLast: boolean): Promise<void> => {
    if (!watched.has(one)) return
    await lookAtNearest(one)
    if (isLast && watched.delete(one)) await kept.remove(one.booking)
  }
  const begin = (one: Watched): void => {
    watched.add(one)
    for (const ms of laterLooks) clock.after(ms, () => void lookAgain(one, ms === laterLooks.at(-1)))
  }

  // After a restart all later looks are taken again.
  kept.onceRead((watches) => watches.forEach(begin))

  return {
    async prepare(booking, before) {
      const [nearest] = stillToCome(before, clock.now())
      if (nearest !== undefined) await kept.add(booking, nearest, before)
    },
    dismiss: kept.remove,
    async watch(booking, before) {
      const siblings = stillToCome(before, clock.now())
      if (siblings.length === 0) return
      const one = { booking, siblings, known: new Set(before.map(({ id }) => id)) }
      begin(one)
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
