import type { CompanyCalendar } from '../../engine/company-calendar.ts'
import type { Clock } from '../../engine/ports.ts'
import type { CalendarProblem } from '../../engine/room-calendar.ts'
import type { ListedRoom } from '../../shared/admin/room-setting.ts'
import type { AskOutcome } from '../../shared/line/asks.ts'
import { roomPage } from '../../shared/line/room-pages.ts'
import type { Result } from '../../shared/result.ts'
import { minutes } from '../../shared/time/time.ts'

/** How long a list serves, ms: all pages of it, and the next administrator. A list costs a call for each hundred rooms. */
const servesFor = minutes(10)

/** Lists the company's rooms, one page at a time. */
export function createCompanyRooms(
  company: Pick<CompanyCalendar, 'readRooms'>,
  clock: Pick<Clock, 'elapsed'>,
): (page: number) => Promise<AskOutcome> {
  let last:
    | { readonly listed: Promise<Result<readonly ListedRoom[], CalendarProblem>>; readonly at: number }
    | undefined

  const list = async (): Promise<Result<readonly ListedRoom[], CalendarProblem>> => {
    const read = await company.readRooms()
    if (!read.ok) last = undefined
    return read.ok ? { ...read, value: read.value.toSorted(byId) } : read
  }
  return async (page) => {
    if (last === undefined || clock.elapsed() - last.at >= servesFor)
      last = { listed: list(), at: clock.elapsed() }
    const listed = await last.listed
    return listed.ok ? roomPage(listed.value, page) : { kind: 'refused', reason: listed.error.code }
  }
}

const byId = (one: ListedRoom, other: ListedRoom): number => (one.id < other.id ? -1 : 1)
