import type { TabletIdentity } from '../shared/set-up/tablet.ts'
import type { AdminPorts } from './admin/administration.ts'
import { readDoorSecret } from './installation/door-secret.ts'
import { setUpPanel } from './installation/set-up.ts'
import { createDoorPanel, type DoorPanel } from './door-panel/door-panel.ts'
import type {
  CalendarFor,
  CallCounter,
  Clock,
  ConfigurationSource,
  Journal,
  LastReading,
  Log,
  TabletSettings,
  TakeOrder,
} from './ports.ts'
import type { OrderHandlers } from './it-desk.ts'
import type { BookingOutside } from './reserving/reserve-room.ts'
import type { Vault } from './secrets.ts'

/** The outside of one panel. */
export interface EnginePorts {
  readonly clock: Clock
  /** How many times faster than real time the clock runs. */
  readonly rate: number
  readonly log: Log
  /** From 0 up to 1: spreads the readings of many panels that begin together. */
  readonly random: () => number
  readonly journal: Journal
  /** Without it the panel shows nothing until its first reading. */
  readonly lastReading?: LastReading
  /** The calls of the month. Without it the panel takes its share of the rest of the month. */
  readonly calls?: CallCounter
  readonly configuration: ConfigurationSource
  readonly vault: Pick<Vault, 'read'>
  readonly calendarFor: CalendarFor
  /** Without it the panel takes no orders from files. */
  readonly takeOrder?: TakeOrder
  readonly tablet: TabletSettings
  readonly identity: () => TabletIdentity
  readonly admin: AdminPorts
  /** Without it visitors can’t book at this door. */
  readonly booking?: BookingOutside
  /** Without it the door takes no orders from a hub. */
  readonly orderHandlers?: OrderHandlers
}

/**
 * Puts the application together, and starts it. The program at a door, the simulation and the budget's months
 * all call this function, and no other code makes parts of the engine (test/one-wiring.test.ts). Engines in
 * one process share only their ports.
 */
export function createEngine(ports: EnginePorts): DoorPanel {
  const { configuration, vault, calendarFor, calls, takeOrder = noOrders, admin, ...others } = ports
  const parts = { readConfiguration: configuration.read, vault, calendarFor, calls, takeOrder }
  return createDoorPanel({
    ...others,
    setUp: (standing, previewConfiguration) => setUpPanel(parts, standing, previewConfiguration),
    followConfiguration: configuration.follow,
    admin: {
      ...admin,
      configuration: {
        ...configuration,
        calendarFor: (next) => calendarFor(next, () => readDoorSecret(vault, next)),
      },
    },
  })
}

const noOrders: TakeOrder = async () => 'none'
