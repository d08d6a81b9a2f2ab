import type { HubDoorConfiguration } from '../../../shared/config/configuration.ts'
import { parseConfiguration } from '../../../shared/config/parse-configuration.ts'

/** The configuration of a door with a hub. */
export function aHubDoor(
  hub: Partial<HubDoorConfiguration['hub']> = {},
  room = 'omm_0a1b2c3d4e5f60718293a4b5c6d7e8f9',
  over: object = {},
): HubDoorConfiguration {
  const parsed = parseConfiguration({
    hub: { broker: 'mqtts://broker.example:8883', door: 'k7m2qx9abc', ...hub },
    room: { id: room },
    timeZone: 'Asia/Shanghai',
    ...over,
  })
  if (!parsed.ok || parsed.value.hub === undefined) throw new Error('A wrong door', { cause: parsed })
  return parsed.value
}
