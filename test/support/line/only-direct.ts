import type { CalendarFor } from '../../../engine/ports.ts'
import type { DoorCalendar } from '../../../engine/reservation-calendar.ts'
import type {
  Configuration,
  DirectConfiguration,
  HubDoorConfiguration,
} from '../../../shared/config/configuration.ts'

/** The calendars of a world without a hub. */
export const onlyDirect =
  (
    make: (configuration: DirectConfiguration, readSecret: Parameters<CalendarFor>[1]) => DoorCalendar,
  ): CalendarFor =>
  (configuration, readSecret) =>
    make(asDirect(configuration), readSecret)

/** The same configuration, of a door that asks Feishu itself. */
export function asDirect(configuration: Configuration): DirectConfiguration {
  if (configuration.hub !== undefined) throw new Error('This world has no hub')
  return configuration
}

/** The calendars of a world in which every door has a hub. */
export const onlyHub =
  (
    make: (configuration: HubDoorConfiguration, readSecret: Parameters<CalendarFor>[1]) => DoorCalendar,
  ): CalendarFor =>
  (configuration, readSecret) => {
    if (configuration.hub === undefined) throw new Error('Every door of this world has a hub')
    return make(configuration, readSecret)
  }
