import { err, ok, type Result } from '../../../../shared/result.ts'
import { type Interval, plus } from '../../../../shared/time/time.ts'
import type { CalendarProblem } from '../../../room-calendar.ts'
import type { Get } from '../calls/connection.ts'
import type { EventsAnswer } from './event-answers.ts'
import { eventsCall, mostEventsListed } from './event-calls.ts'

export type ListedEvent = EventsAnswer['data']['items'][number]

/** Of two days so many halvings leave three quarters of an hour. */
const mostHalvings = 6

/**
 * All events of a stretch. The calendar gives pages from an anchor on only, and all doors of a company share one: where
 * an answer may not be whole, each half of the stretch is asked for.
 */
export async function eventsIn(
  get: Get,
  calendarId: string,
  stretch: Interval,
  halvings = mostHalvings,
): Promise<Result<readonly ListedEvent[], CalendarProblem>> {
  const answer = await get(eventsCall(calendarId, stretch))
  if (!answer.ok) return answer
  const { items, has_more: hasMore } = answer.value.data
  if (items.length < mostEventsListed && !hasMore) return ok(items)
  if (halvings === 0) return err({ code: 'unexpected', cause: new Error('The list of events has no end') })
  const middle = plus(stretch.start, (stretch.end - stretch.start) / 2)
  const early = await eventsIn(get, calendarId, { start: stretch.start, end: middle }, halvings - 1)
  if (!early.ok) return early
  const late = await eventsIn(get, calendarId, { start: middle, end: stretch.end }, halvings - 1)
  if (!late.ok) return late
  const known = new Set(early.value.map(({ event_id: eventId }) => eventId))
  return ok([...early.value, ...late.value.filter(({ event_id: eventId }) => !known.has(eventId))])
}
