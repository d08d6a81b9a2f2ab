import { minutes } from '../../../../shared/time/time.ts'
import type { Clock } from '../../../ports.ts'
import type { CalendarProblem } from '../../../room-calendar.ts'
import type { FeishuConnection } from '../calls/connection.ts'
import { denialOf } from './booking-probe.ts'
import { createOwnCalendar, type OwnCalendar } from './own-calendar.ts'

/** What all rooms that one app books have in common. */
export interface BookingAccount {
  readonly own: OwnCalendar
  /** Why the app may not book; undefined if it may. Costs four calls, and none for a while after it may. */
  readonly denial: () => Promise<CalendarProblem | undefined>
}

/** How long the app's permission serves, ms: for the rooms of a hub, which all ask when it begins. */
const servesFor = minutes(10)

export function createBookingAccount(
  connection: Pick<FeishuConnection, 'get' | 'call'>,
  clock: Pick<Clock, 'elapsed'>,
): BookingAccount {
  let permittedAt = -Infinity
  return {
    own: createOwnCalendar(connection),
    async denial() {
      if (clock.elapsed() - permittedAt < servesFor) return undefined
      const asked = clock.elapsed()
      const denied = await denialOf(connection.get)
      if (denied === undefined) permittedAt = asked
      return denied
    },
  }
}
