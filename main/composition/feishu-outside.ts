import type { FeishuDependencies } from '../../engine/calendars/feishu/calls/connection.ts'
import { createFeishuCalendar } from '../../engine/calendars/feishu/feishu-calendar.ts'
import { createFeishuProbe } from '../../engine/calendars/feishu/feishu-probe.ts'
import type { CalendarProbe, RoomCalendar } from '../../engine/calendars/room-calendar.ts'
import type { CallCounter, Clock, Http, Log } from '../../engine/ports.ts'
import type { Vault } from '../../engine/secrets.ts'
import type { Configuration } from '../../shared/config/configuration.ts'

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
