import type { BrokerFor } from '../../engine/calendars/line/line-for.ts'
import { readAuthority } from '../adapters/broker/authorities.ts'

/** The real broker of a configuration. */
export const brokerFor: BrokerFor =
  ({ broker, caFile }, client) =>
  async (events) => {
    // Loaded only here, so that a door without a hub has no MQTT in its memory.
    const { mqttBroker } = await import('../adapters/broker/mqtt-broker.ts')
    return mqttBroker({ ...client, url: broker, readAuthority: readAuthority(caFile) })(events)
  }
