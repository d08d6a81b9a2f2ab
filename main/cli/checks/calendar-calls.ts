import type { CalendarProbe } from '../../../engine/room-calendar.ts'
import type { Clock } from '../../../engine/ports.ts'
import type { DirectConfiguration } from '../../../shared/config/configuration.ts'
import { daysAround } from '../../../shared/time/calendar-day.ts'
import type { Instant } from '../../../shared/time/time.ts'
import { type Finding, skipped } from './check.ts'

/** The panel's clock, and its offset from the tablet's own. */
export interface TabletClock extends Pick<Clock, 'now' | 'error'> {
  /** How far the server's time is ahead of the tablet's own, ms. */
  readonly offset: () => number
}

export interface CalendarCallParts {
  readonly configuration: DirectConfiguration
  readonly probe: CalendarProbe
  readonly clock: TabletClock
  /** The tablet's own time zone. The configuration's has precedence. */
  readonly timeZone: string
  /** When counted calls are allowed again; undefined if they are now. */
  readonly restUntil?: ((callsPerMonth: number) => Instant | undefined) | undefined
}

export type CalendarCalls = ReturnType<typeof calendarCalls>

/** The calendar's answers to a panel with this configuration. Several checks share the answer of one call. */
export function calendarCalls({ configuration, probe, clock, timeZone, restUntil }: CalendarCallParts) {
  const zone = configuration.timeZone ?? timeZone
  return {
    configuration,
    clock,
    // Evaluated once, so that the checks' own calls don't stop them half-way.
    restUntil: restUntil?.(configuration.budget.callsPerMonth),
    reach: askOnce(probe.reach),
    token: askOnce(probe.token),
    schedule: askOnce(() => probe.schedule(daysAround(clock.now(), zone))),
    room: askOnce(probe.room),
    olderRoom: askOnce(probe.olderRoom),
    titles: askOnce(probe.titles),
    booking: probe.booking,
  }
}

function askOnce<T>(ask: () => Promise<T>): () => Promise<T> {
  let answer: Promise<T> | undefined
  return () => (answer ??= ask())
}

/** Runs a check of the calendar's answers. Blocked without a configuration, which names the calendar. */
export const asking =
  (
    calls: CalendarCalls | undefined,
    look: (calls: CalendarCalls) => Promise<Finding>,
  ): (() => Promise<Finding>) =>
  async () =>
    calls === undefined ? { kind: 'blocked', needs: 'configuration' } : look(calls)

/** The same for a check that costs calls of the month. Calls for a token and bare connections are free. */
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
