import type { CalendarProbe } from '../../../engine/calendars/room-calendar.ts'
import type { Clock } from '../../../engine/ports.ts'
import type { Configuration } from '../../../shared/config/configuration.ts'
import { daysAround } from '../../../shared/time/calendar-day.ts'
import type { Instant } from '../../../shared/time/time.ts'
import { type Finding, skipped } from './check.ts'

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
  /** Until when calls that count are not made; undefined if they may be. */
  readonly restUntil?: ((callsPerMonth: number) => Instant | undefined) | undefined
}

export type CalendarCalls = ReturnType<typeof calendarCalls>

/** What the calendar answers to a panel with this configuration: several checks share the answer of one call. */
export function calendarCalls({ configuration, probe, clock, timeZone, restUntil }: CalendarCallParts) {
  const zone = configuration.timeZone ?? timeZone
  return {
    configuration,
    clock,
    // Once: what the checks themselves call must not stop them half-way.
    restUntil: restUntil?.(configuration.budget.callsPerMonth),
    reach: askOnce(probe.reach),
    token: askOnce(probe.token),
    schedule: askOnce(() => probe.schedule(daysAround(clock.now(), zone))),
    room: askOnce(probe.room),
    olderRoom: askOnce(probe.olderRoom),
    titles: askOnce(probe.titles),
  }
}

function askOnce<T>(ask: () => Promise<T>): () => Promise<T> {
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

/** The same for a look that costs calls of the month: those for a token and a bare connection are free. */
export const askingAtCost = (
  calls: CalendarCalls | undefined,
  look: (calls: CalendarCalls) => Promise<Finding>,
): (() => Promise<Finding>) =>
  asking(calls, async (askable) =>
    askable.restUntil === undefined
      ? look(askable)
      : skipped(
          `commands have had their calls until ${new Date(askable.restUntil).toISOString()}; --force asks`,
        ),
  )
