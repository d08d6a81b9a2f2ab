import { roomsAtOnce } from '../../engine/company-calendar.ts'
import type { DirectConfiguration } from '../../shared/config/configuration.ts'
import type { RoomView } from '../../shared/line/view.ts'
import { hours, minutes } from '../../shared/time/time.ts'
import type { HubConfiguration } from './hub-configuration.ts'

/**
 * One room's configuration for its engine in a hub of `count` rooms. A call that reads twenty rooms is a
 * twentieth of a call for each. The doors ask for check-ins and PINs, and the hub for neither.
 */
export function roomConfiguration(hub: HubConfiguration, id: string, count: number): DirectConfiguration {
  const {
    appSecretFile: _,
    rooms: _rooms,
    broker: _broker,
    database: _database,
    enrolment: _enrolment,
    metrics: _metrics,
    feishu: { storeApp, ...feishu },
    ...rules
  } = hub
  const callsPerMonth = Math.round((hub.budget.callsPerMonth * roomsAtOnce) / Math.max(count, roomsAtOnce))
  return {
    ...rules,
    feishu,
    // Feishu gives titles to self-built apps alone:
    // https://open.feishu.cn/document/server-docs/calendar-v4/meeting-room-event/
    privacy: { ...hub.privacy, showTitle: hub.privacy.showTitle && storeApp === undefined },
    room: { id },
    follower: false,
    budget: { ...hub.budget, callsPerMonth },
    checkIn: { ...hub.checkIn, mode: 'off' },
    booking: { ...hub.booking, who: hub.booking.who === 'off' ? 'off' : 'everyone' },
  }
}

/** IT's rules, as the doors are told them. */
export const policyIn = ({ checkIn }: HubConfiguration): RoomView['policy'] => ({
  mode: checkIn.mode,
  opensBefore: minutes(checkIn.opensMinutesBefore),
  grace: minutes(checkIn.graceMinutes),
  exemptFrom: hours(checkIn.exemptHours),
  exempt: checkIn.exempt,
})
