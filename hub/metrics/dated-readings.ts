import type { CompanyCalendar } from '../../engine/company-calendar.ts'
import type { Clock } from '../../engine/ports.ts'

/** When each room's schedule was last read. */
export interface DatedReadings {
  /** The same calendar, whose readings are dated. */
  readonly of: (company: CompanyCalendar) => CompanyCalendar
  /**
   * How long ago the room that was read longest ago was read, ms. A room that was never read counts as read at
   * `since`, by the monotonic clock.
   */
  readonly oldestAge: (rooms: readonly string[], since: number) => number
}

/** Dates readings by when they were asked for, on the clock that no correction changes. */
export function createDatedReadings({ elapsed }: Pick<Clock, 'elapsed'>): DatedReadings {
  const readAt = new Map<string, number>()
  return {
    of: (company) => ({
      ...company,
      async readSchedules(rooms, window, isAwaited) {
        const asked = elapsed()
        const answer = await company.readSchedules(rooms, window, isAwaited)
        if (answer.ok) for (const [room, schedule] of answer.value) if (schedule.ok) readAt.set(room, asked)
        return answer
      },
    }),
    oldestAge: (rooms, since) =>
      rooms.reduce((age, room) => Math.max(age, elapsed() - Math.max(readAt.get(room) ?? since, since)), 0),
  }
}
