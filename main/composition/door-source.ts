import type { EnginePorts } from '../../engine/engine.ts'
import type { Clock, ConfigurationSource, Log } from '../../engine/ports.ts'
import { pollConfiguration } from '../adapters/configuration/configuration-poll.ts'
import { createOrderFiles, stickFolders } from '../adapters/configuration/order-files.ts'
import { carryOut, type OrderParts } from '../cli/carry-out-order.ts'
import { createTakeOrder } from '../cli/order-file.ts'

/** Where a panel has its configuration from, and the orders that set it up. */
export type InstallationSource = Pick<EnginePorts, 'configuration' | 'takeOrder'>

type ConfigurationFile = Pick<ConfigurationSource, 'read' | 'place'>

export interface DoorSourceParts {
  readonly clock: Clock
  readonly log: Log
  readonly configuration: ConfigurationFile
  /** The panel's own, where only its user writes. */
  readonly folder: string
  /** The parts for carrying out an order file; called only when there is one. */
  readonly orderParts: () => OrderParts
}

/** At a door IT changes the configuration in its file, and may leave orders in files. */
export function doorSource({ configuration, ...parts }: DoorSourceParts): InstallationSource {
  const takeOrder = createTakeOrder({
    log: parts.log,
    files: createOrderFiles({ folder: parts.folder, sticks: stickFolders }),
    carryOut: (text, tell) => carryOut(text, parts.orderParts(), tell),
  })
  const follow = pollConfiguration(parts.clock, async () => {
    // What anybody can plug in is for panels that were never set up (docs/adr/0015).
    await takeOrder('ownFolder')
    return configuration.read()
  })
  return { configuration: { ...configuration, follow }, takeOrder }
}

/** Only its administrator changes the configuration of a demo. */
export const demoSource = (configuration: ConfigurationFile): InstallationSource => ({
  configuration: { ...configuration, follow: () => () => undefined },
})
