import type { DirectConfiguration } from '../../../shared/config/configuration.ts'
import type { CalendarFor, CallCounter, Clock, Http, Log } from '../../ports.ts'
import type { CompanyCalendar } from '../../company-calendar.ts'
import type { DoorCalendar } from '../../reservation-calendar.ts'
import type { CalendarProbe, CalendarProblem } from '../../room-calendar.ts'
import { err, ok, type Result } from '../../../shared/result.ts'
import { type AppDependencies, connect, type FeishuDependencies } from './calls/connection.ts'
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
export const feishuCompany = (...[ports, account, readSecret]: CompanyParts): CompanyCalendar =>
  createFeishuCompany(companyDependencies(ports, account, readSecret))

/** Whether Feishu gives the app a token for the company. Costs none of the month's calls. */
export const feishuToken = (...[ports, account, readSecret]: CompanyParts) => {
  const { token, retried } = connect(companyDependencies(ports, account, readSecret))
  return async (): Promise<Result<void, CalendarProblem>> => {
    const answer = await retried(() => token.get(0))
    return answer.ok ? ok(undefined) : err(answer.error.problem)
  }
}

type CompanyParts = readonly [
  ports: FeishuPorts,
  account: CompanyAccount,
  readSecret: AppDependencies['readSecret'],
]

/** The app of a company, and how many calls a month it may make. */
export interface CompanyAccount extends Pick<DirectConfiguration, 'feishu' | 'budget'> {
  readonly contact?: string | undefined
  readonly storeApp?: AppDependencies['storeApp']
}

const companyDependencies = (
  { calls, ...ports }: FeishuPorts,
  { feishu, budget, contact, storeApp }: CompanyAccount,
  readSecret: AppDependencies['readSecret'],
): AppDependencies => ({
  ...ports,
  origin: feishu.origin,
  appId: feishu.appId,
  ...(calls && { quota: { ...budget, counter: calls } }),
  contact,
  storeApp,
  readSecret,
})

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
