import type { EnginePorts } from '../../engine/engine.ts'
import type { Clock, ConfigurationSource, Log } from '../../engine/ports.ts'
import { pollConfiguration } from '../adapters/configuration/configuration-poll.ts'
import { createOrderFiles, stickFolders } from '../adapters/configuration/order-files.ts'
import { carryOutOrder } from '../cli/carry-out-order.ts'
import type { OrderParts } from '../cli/order-parts.ts'
import { createTakeOrder } from '../cli/order-file.ts'

/** The source of a panel's configuration, and of the orders that set it up. */
export type InstallationSource = Pick<EnginePorts, 'configuration' | 'takeOrder'>

type ConfigurationFile = Pick<ConfigurationSource, 'read' | 'place'>

export interface DoorSourceParts {
  readonly clock: Clock
  readonly log: Log
  readonly configuration: ConfigurationFile
  /** The panel's own folder, which only its user can write. */
  readonly folder: string
  /** The parts for carrying out an order file; called only when there is one. */
  readonly orderParts: () => OrderParts
}

/** The source at a door, where IT changes the configuration in its file, and may leave orders in files. */
export function doorSource({ configuration, ...parts }: DoorSourceParts): InstallationSource {
  const takeOrder = createTakeOrder({
    log: parts.log,
    files: createOrderFiles({ folder: parts.folder, sticks: stickFolders }),
    carryOut: (text, tell) => carryOutOrder(text, parts.orderParts(), tell),
  })
  const follow = pollConfiguration(parts.clock, async () => {
    // A stick, which any visitor can plug in, is read only by a panel that was never set up (docs/adr/0015).
    await takeOrder('ownFolder')
    return configuration.read()
  })
  return { configuration: { ...configuration, follow }, takeOrder }
}

/** The source of the demo, where only the administrator changes the configuration. */
export const demoSource = (configuration: ConfigurationFile): InstallationSource => ({
  configuration: { ...configuration, follow: () => () => undefined },
})
