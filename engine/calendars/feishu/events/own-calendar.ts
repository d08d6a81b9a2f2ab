import { err, ok, type Result } from '../../../../shared/result.ts'
import type { CalendarProblem } from '../../../room-calendar.ts'
import type { FeishuConnection, Get } from '../calls/connection.ts'
import { calendarsCall, createCalendarCall } from './calendar-calls.ts'
import { calendarMark } from './event-mark.ts'

export interface OwnCalendar {
  /** The id of the calendar that doors of this app book in. Found once, and made by the first of them. */
  readonly id: () => Promise<Result<string, CalendarProblem>>
  /**
   * The ids of all calendars that doors of this app may have booked in, looked for anew: doors that begin at the same time
   * may each make one, and book in it until their next look. Makes none.
   */
  readonly all: () => Promise<Result<readonly string[], CalendarProblem>>
  /** It can't be used: it is looked for anew. */
  readonly forget: () => void
}

/** No app has so many calendars; a list that goes on and on is none. */
const mostPages = 20

export function createOwnCalendar({ get, call }: Pick<FeishuConnection, 'get' | 'call'>): OwnCalendar {
  let known: string | undefined
  const all: OwnCalendar['all'] = async () => {
    const found = await findOwnCalendars(get)
    if (found.ok) [known] = found.value
    return found
  }
  const find = async (): Promise<Result<string | undefined, CalendarProblem>> => {
    if (known !== undefined) return ok(known)
    const found = await all()
    return found.ok ? ok(found.value[0]) : found
  }

  return {
    all,
    async id() {
      let found = await find()
      if (found.ok && found.value === undefined) {
        const made = await call(createCalendarCall)
        if (!made.ok && made.error.nature === 'refused') return err(made.error.problem)
        // Also where no answer came: a list says whether it was made.
        found = await find()
      }
      if (!found.ok) return found
      if (found.value === undefined)
        return err({ code: 'unexpected', cause: new Error('No calendar was made') })
      return ok(found.value)
    },
    forget: () => void (known = undefined),
  }
}

/** The ids of the calendars that doors of this app have made, in the same order for each door. */
export async function findOwnCalendars(get: Get): Promise<Result<readonly string[], CalendarProblem>> {
  const ids: string[] = []
  let pageToken: string | undefined
  for (let page = 0; page < mostPages; page++) {
    // oxlint-disable-next-line no-await-in-loop -- each page names the next one
    const answer = await get(calendarsCall(pageToken))
    if (!answer.ok) return answer
    const { calendar_list: calendars, has_more: hasMore, page_token: next } = answer.value.data
    for (const { calendar_id: id, description, role, is_deleted: isDeleted } of calendars)
      if (description?.includes(calendarMark) && role === 'owner' && !isDeleted) ids.push(id)
    if (!hasMore || !next) break
    pageToken = next
  }
  return ok(ids.toSorted())
}
