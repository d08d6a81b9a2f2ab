import type { Configuration } from '../../shared/config/configuration.ts'
import type { FeishuDependencies } from '../feishu/connection.ts'
import { createFeishuCalendar } from '../feishu/feishu-calendar.ts'
import { createFeishuProbe } from '../feishu/feishu-probe.ts'
import type { CalendarProbe, CallCounter, Clock, Http, Log, RoomCalendar, Vault } from '../ports.ts'

/** What every call of Feishu's goes through. The part of the composition that makes its client. */
export interface FeishuOutside {
  readonly clock: Clock
  readonly log: Log
  readonly http: Http
  readonly vault: Pick<Vault, 'read'>
}

export const calendarsOf =
  (outside: FeishuOutside, counter?: CallCounter) =>
  (configuration: Configuration, readSecret: FeishuDependencies['readSecret']): RoomCalendar =>
    createFeishuCalendar(feishuFor(outside, configuration, readSecret, counter))

export const probeFor = (
  outside: FeishuOutside,
  configuration: Configuration,
  readSecret: FeishuDependencies['readSecret'],
  counter?: CallCounter,
): CalendarProbe => createFeishuProbe(feishuFor(outside, configuration, readSecret, counter))

/** Whoever calls counts: only the demo's calls, which are nobody's, have no counter. */
const feishuFor = (
  { http, clock, log }: FeishuOutside,
  { feishu, room, budget }: Configuration,
  readSecret: FeishuDependencies['readSecret'],
  counter: CallCounter | undefined,
): FeishuDependencies => ({
  ...feishu,
  ...(counter && { quota: { ...budget, counter } }),
  roomId: room.id,
  http,
  clock,
  log,
  random: Math.random,
  readSecret,
})
