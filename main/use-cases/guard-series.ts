import type { Booking } from '../../shared/domain/booking.ts'
import { hours, plus, seconds } from '../../shared/domain/time.ts'
import type { Clock, Log, RoomCalendar } from '../ports.ts'
import { pause } from './pause.ts'
import type { RecordInJournal } from './record-in-journal.ts'

/**
 * Law 7: looks the other instances of a series up again after a reply to one of them. If one is missing, automatic
 * release switches itself off, until IT clears it.
 */
export type GuardSeries = (booking: Booking, before: readonly Booking[]) => Promise<void>

export interface GuardSeriesParts {
  readonly calendar: RoomCalendar
  readonly clock: Clock
  readonly log: Log
  readonly record: RecordInJournal
}

/** A sibling that begins meanwhile is no sibling still to come, ms. */
const notBegunFor = hours(1)
const pausesBetweenLooks = [0, seconds(5), seconds(30)]

export function createGuardSeries(parts: GuardSeriesParts): GuardSeries {
  const { log, clock, record } = parts
  return async (booking, before) => {
    const far = before.filter(({ start }) => start > plus(clock.now(), notBegunFor))
    if (far.length === 0) return
    const after = await lookAgain(parts, booking)
    if (after === undefined) return log.warn('series.not-verified', { booking: booking.id })
    const missing = far.map(({ id }) => id).filter((id) => !after.some((sibling) => sibling.id === id))
    if (missing.length === 0) return
    log.error('series.harmed', { booking: booking.id, missing })
    const seriesHarm = { booking: booking.id, missing, at: clock.now() }
    await record((content) => ({ ...content, seriesHarm: content.seriesHarm ?? seriesHarm }))
  }
}

async function lookAgain(
  { calendar, clock }: GuardSeriesParts,
  booking: Booking,
): Promise<readonly Booking[] | undefined> {
  for (const ms of pausesBetweenLooks) {
    // oxlint-disable-next-line no-await-in-loop -- each look waits for the one before
    await pause(clock, ms)
    // oxlint-disable-next-line no-await-in-loop -- the same
    const siblings = await calendar.readSiblings(booking)
    if (siblings.ok) return siblings.value
  }
  return undefined
}
