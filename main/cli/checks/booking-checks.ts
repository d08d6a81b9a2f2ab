import type { BookingStep, CalendarProblem } from '../../../engine/room-calendar.ts'
import type { Result } from '../../../shared/result.ts'
import { askingAtCost, type CalendarCalls } from './calendar-calls.ts'
import { type Check, failed, failedCall, fine, type Finding, skipped } from './check.ts'

/** Each step of a booking, by the scope that it needs. The wider scope calendar:calendar gives them all. */
const scopes: readonly (readonly [scope: string, step: BookingStep])[] = [
  ['calendar:calendar.event:create', 'makeEntry'],
  ['calendar:calendar.event:update', 'askRoom'],
  ['calendar:calendar.event:read', 'readAnswer'],
  ['calendar:calendar.event:delete', 'removeEntry'],
]

const calendar = 'scope calendar:calendar:read'
const calendarMaking = 'scope calendar:calendar:create'

/** What booking at the door needs, where IT has switched it on. */
export function bookingChecks(calls: CalendarCalls | undefined): readonly Check[] {
  if (calls === undefined || calls.configuration.booking.who === 'off') return []
  return [
    // Also whether the app has the bot ability, and so a calendar of its own.
    { name: calendar, needs: ['access'], look: askingAtCost(calls, calendarFinding) },
    { name: calendarMaking, needs: [calendar], look: askingAtCost(calls, makingFinding) },
    ...scopes.map(([scope, step]): Check => ({
      name: `scope ${scope}`,
      needs: [calendar],
      look: askingAtCost(calls, async ({ booking }) => findingOf(await booking.may(step))),
    })),
    { name: 'booking room', needs: ['access'], look: askingAtCost(calls, roomFinding) },
    { name: 'booking contact', look: async () => contactFinding(calls) },
  ]
}

const findingOf = (answer: Result<unknown, CalendarProblem>): Finding =>
  answer.ok ? fine() : failedCall(answer.error)

async function calendarFinding({ booking }: CalendarCalls): Promise<Finding> {
  const found = await booking.hasCalendar()
  if (!found.ok) return failedCall(found.error)
  return fine(found.value ? 'the doors’ calendar is there' : 'the first door makes the calendar')
}

/** Only the first door of an app needs it. */
async function makingFinding({ booking }: CalendarCalls): Promise<Finding> {
  const found = await booking.hasCalendar()
  return found.ok && found.value
    ? skipped('the doors’ calendar is there')
    : findingOf(await booking.mayMakeCalendar())
}

async function roomFinding({ booking }: CalendarCalls): Promise<Finding> {
  const limits = await booking.limits()
  if (!limits.ok) return failedCall(limits.error)
  return limits.value.approvalFrom === 0 ? failed('approvalNeeded') : fine()
}

const contactFinding = ({ configuration: { booking } }: CalendarCalls): Finding =>
  booking.contact === undefined ? skipped('booking.contact is not set; some rooms refuse then') : fine()
