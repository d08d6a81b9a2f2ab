import type { SetUpSource } from '../../engine/installation/panel-dependencies.ts'
import { setUp, type SetUpParts } from '../../engine/installation/set-up.ts'
import type { Clock, Log } from '../../engine/ports.ts'
import { pollConfiguration } from '../adapters/configuration/configuration-poll.ts'
import { createOrderFiles, stickFolders } from '../adapters/configuration/order-files.ts'
import { carryOut, type OrderParts } from '../cli/carry-out-order.ts'
import { createTakeOrder } from '../cli/order-file.ts'

export interface DoorSourceParts extends Omit<SetUpParts, 'takeOrder'> {
  readonly clock: Clock
  readonly log: Log
  /** The panel's own, where only its user writes. */
  readonly folder: string
  /** What an order in a file is carried out with; asked for when there is one. */
  readonly orderParts: () => OrderParts
}

/** Where a panel at a door has its set-up from: the configuration, the keyring, and orders in files. */
export function doorSource(parts: DoorSourceParts): SetUpSource {
  const takeOrder = createTakeOrder({
    log: parts.log,
    files: createOrderFiles({ folder: parts.folder, sticks: stickFolders }),
    carryOut: (text, tell) => carryOut(text, parts.orderParts(), tell),
  })
  return {
    setUp: (standing, previewConfiguration) => setUp({ ...parts, takeOrder }, standing, previewConfiguration),
    followConfiguration: pollConfiguration(parts.clock, async () => {
      // What anybody can plug in is for panels that were never set up (docs/adr/0015).
      await takeOrder('ownFolder')
      return parts.readConfiguration()
    }),
  }
}

/** The demo's configuration is its own: only its administrator changes it, and no order is looked for. */
export const demoSource = (parts: Omit<SetUpParts, 'takeOrder'>): SetUpSource => ({
  setUp: (standing, previewConfiguration) =>
    setUp({ ...parts, takeOrder: async () => 'none' }, standing, previewConfiguration),
  followConfiguration: () => () => undefined,
})
