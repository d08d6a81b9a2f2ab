import { err, ok, type Result } from '../../../../shared/result.ts'
import type { CalendarProblem } from '../../../room-calendar.ts'
import type { FeishuConnection, Get } from '../calls/connection.ts'
import { calendarsCall, createCalendarCall } from './calendar-calls.ts'
import { calendarMark } from './event-mark.ts'

export interface OwnCalendar {
  /** The id of the calendar that the doors of this app share. Found once, and made by the first of them. */
  readonly id: () => Promise<Result<string, CalendarProblem>>
  /** The same; undefined if none was made yet. Makes none. */
  readonly find: () => Promise<Result<string | undefined, CalendarProblem>>
  /** It can't be used: it is looked for anew. */
  readonly forget: () => void
}

/** No app has so many calendars; a list that goes on and on is none. */
const mostPages = 20

export function createOwnCalendar({ get, call }: Pick<FeishuConnection, 'get' | 'call'>): OwnCalendar {
  let known: string | undefined
  const find: OwnCalendar['find'] = async () => {
    if (known !== undefined) return ok(known)
    const found = await findOwnCalendar(get)
    if (found.ok) known = found.value
    return found
  }

  return {
    find,
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

/** The id of the calendar that the doors of this app share; undefined if none was made yet. */
export async function findOwnCalendar(get: Get): Promise<Result<string | undefined, CalendarProblem>> {
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
  // Two doors that begin together may each make one: both go on with the same.
  return ok(ids.toSorted()[0])
}
