import type { DirectConfiguration } from '../../../shared/config/configuration.ts'
import type { CalendarFor, CallCounter, Clock, Http, Log } from '../../ports.ts'
import type { CompanyCalendar } from '../../company-calendar.ts'
import type { DoorCalendar } from '../../reservation-calendar.ts'
import type { CalendarProbe } from '../../room-calendar.ts'
import type { FeishuDependencies } from './calls/connection.ts'
import { createFeishuCalendar } from './feishu-calendar.ts'
import { createFeishuCompany } from './feishu-company.ts'
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

/** Makes the calendar of a door that asks Feishu itself. Its calls count in `ports.calls`. */
export const feishuCalendars =
  (ports: FeishuPorts) =>
  (configuration: DirectConfiguration, readSecret: Parameters<CalendarFor>[1]): DoorCalendar =>
    createFeishuCalendar(dependenciesFor(ports, configuration, readSecret))

/** The calendars of all rooms, for a hub. Their calls count in `ports.calls` as one app's. */
export const feishuCompany = (
  { calls, ...ports }: FeishuPorts,
  { feishu, budget, contact }: CompanyAccount,
  readSecret: FeishuDependencies['readSecret'],
): CompanyCalendar =>
  createFeishuCompany({
    ...ports,
    ...feishu,
    ...(calls && { quota: { ...budget, counter: calls } }),
    contact,
    readSecret,
  })

/** The app of a company, and how many calls a month it may make. */
export interface CompanyAccount extends Pick<DirectConfiguration, 'feishu' | 'budget'> {
  readonly contact?: string | undefined
}

/** Makes the calls of a configuration one by one, for a command that tries them. They count in `ports.calls`. */
export const feishuProbes =
  (ports: FeishuPorts) =>
  (configuration: DirectConfiguration, readSecret: FeishuDependencies['readSecret']): CalendarProbe =>
    createFeishuProbe(dependenciesFor(ports, configuration, readSecret))

const dependenciesFor = (
  { calls, ...ports }: FeishuPorts,
  { feishu, room, budget, booking }: DirectConfiguration,
  readSecret: FeishuDependencies['readSecret'],
): FeishuDependencies => ({
  ...ports,
  ...feishu,
  ...(calls && { quota: { ...budget, counter: calls } }),
  roomId: room.id,
  contact: booking.contact,
  readSecret,
})
