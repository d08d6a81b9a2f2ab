import type { Configuration } from '../../../shared/config/configuration.ts'
import type { CalendarFor, CallCounter, Clock, Http, Log } from '../../ports.ts'
import type { CalendarProbe } from '../../room-calendar.ts'
import type { FeishuDependencies } from './calls/connection.ts'
import { createFeishuCalendar } from './feishu-calendar.ts'
import { createFeishuProbe } from './feishu-probe.ts'

/** The parts that each call to Feishu needs besides the configuration. */
export interface FeishuPorts {
  readonly http: Http
  readonly clock: Clock
  readonly log: Log
  /** From 0 up to 1: spreads the repeats of many panels. */
  readonly random: () => number
  /**
   * Without it calls are neither counted nor held back. Only for the demo, whose calls cost no company's
   * quota.
   */
  readonly calls?: CallCounter | undefined
}

/** Makes the calendar of a configuration. Its calls count in `ports.calls`. */
export const feishuCalendars =
  (ports: FeishuPorts): CalendarFor =>
  (configuration, readSecret) =>
    createFeishuCalendar(dependenciesFor(ports, configuration, readSecret))

/** Makes the calls of a configuration one by one, for a command that tries them. They count in `ports.calls`. */
export const feishuProbes =
  (ports: FeishuPorts) =>
  (configuration: Configuration, readSecret: FeishuDependencies['readSecret']): CalendarProbe =>
    createFeishuProbe(dependenciesFor(ports, configuration, readSecret))

const dependenciesFor = (
  { calls, ...ports }: FeishuPorts,
  { feishu, room, budget, booking }: Configuration,
  readSecret: FeishuDependencies['readSecret'],
): FeishuDependencies => ({
  ...ports,
  ...feishu,
  ...(calls && { quota: { ...budget, counter: calls } }),
  roomId: room.id,
  contact: booking.contact,
  readSecret,
})
