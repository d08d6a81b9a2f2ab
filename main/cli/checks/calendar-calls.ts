import { daysAround } from '../../../shared/calendar-day.ts'
import type { Configuration } from '../../../shared/config/configuration.ts'
import type { CalendarProbe, Clock } from '../../ports.ts'
import type { Finding } from './check.ts'

/** The panel's clock, and how far the tablet's own is from it. */
export interface TabletClock extends Pick<Clock, 'now' | 'error'> {
  /** How far the server's time is ahead of the tablet's own, ms. */
  readonly offset: () => number
}

export interface CalendarCallParts {
  readonly configuration: Configuration
  readonly probe: CalendarProbe
  readonly clock: TabletClock
  /** The tablet's own; the configuration's goes before it. */
  readonly timeZone: string
}

export type CalendarCalls = ReturnType<typeof calendarCalls>

/** What the calendar answers to a panel with this configuration: several checks share the answer of one call. */
export function calendarCalls({ configuration, probe, clock, timeZone }: CalendarCallParts) {
  const zone = configuration.timeZone ?? timeZone
  return {
    configuration,
    clock,
    reach: once(probe.reach),
    token: once(probe.token),
    schedule: once(() => probe.schedule(daysAround(clock.now(), zone))),
    room: once(probe.room),
    olderRoom: once(probe.olderRoom),
    titles: once(probe.titles),
  }
}

function once<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined
  return () => (answer ??= ask())
}

/** A look at the calendar's answers; without a configuration nobody can be asked. */
export const asking =
  (
    calls: CalendarCalls | undefined,
    look: (calls: CalendarCalls) => Promise<Finding>,
  ): (() => Promise<Finding>) =>
  async () =>
    calls === undefined ? { kind: 'blocked', needs: 'configuration' } : look(calls)
