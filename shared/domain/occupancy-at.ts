import { nextAfter, runningAt } from './booking.ts'
import type { Connection, Occupancy, UnknownReason } from './occupancy.ts'
import type { Panel, ReadingFailure, Schedule } from './panel.ts'
import { holds, type Instant } from './time.ts'

/** What the door says at `now`. `freshFor` (ms) is how long a reading proves anything. */
export function occupancyAt(panel: Panel, now: Instant, freshFor: number): Occupancy {
  if (panel.setUp.kind === 'notSetUp') return { kind: 'notSetUp', problem: panel.setUp.problem }
  const { outOfService } = panel.room
  if (outOfService !== undefined && now < (outOfService.until ?? Infinity))
    return { kind: 'outOfService', ...outOfService }
  const { schedule } = panel.reading
  if (schedule === undefined) return { kind: 'unknown', reason: panel.reading.failure?.code ?? 'starting' }
  const doubt = doubtAbout(schedule, panel.reading.failure, now, freshFor)
  if (doubt === undefined) return provenBy(schedule, now)
  const running = runningAt(schedule.bookings, now)
  return { kind: 'unknown', reason: doubt, ...(running && { running }) }
}

function provenBy(schedule: Schedule, now: Instant): Occupancy {
  const running = runningAt(schedule.bookings, now)
  if (running !== undefined) return { kind: 'inUse', booking: running }
  const next = nextAfter(schedule.bookings, now)
  return { kind: 'free', ...(next && { until: next.start }) }
}

/** Why the last reading proves nothing now; nothing, if it does. */
function doubtAbout(
  schedule: Schedule,
  failure: ReadingFailure | undefined,
  now: Instant,
  freshFor: number,
): UnknownReason | undefined {
  return failure?.code ?? (isFresh(schedule, now, freshFor) ? undefined : 'stale')
}

const isFresh = ({ readAt, window }: Schedule, now: Instant, freshFor: number): boolean =>
  now - readAt <= freshFor && holds(window, now)

/** How good the line to the calendar is at `now`. */
export function connectionAt(panel: Panel, now: Instant, freshFor: number): Connection {
  const { schedule, failure } = panel.reading
  const known = schedule && { readAt: schedule.readAt }
  if (failure !== undefined || panel.setUp.kind === 'notSetUp') return { kind: 'offline', ...known }
  if (schedule === undefined || !isFresh(schedule, now, freshFor)) return { kind: 'stale', ...known }
  return { kind: 'live', readAt: schedule.readAt }
}
