import { dequal } from 'dequal/lite'
import type { HubDoorConfiguration } from '../../../shared/config/configuration.ts'
import type { Result } from '../../../shared/result.ts'
import { seconds } from '../../../shared/time/time.ts'
import type { BrokerClient, ConnectToBroker } from '../../broker.ts'
import { createLine, type Line } from '../../line/line.ts'
import { announce, announcementOf } from '../../line/announce.ts'
import type { KeptPasswords } from '../../kept-passwords.ts'
import type { Clock, Log } from '../../ports.ts'
import type { DoorCalendar } from '../../reservation-calendar.ts'
import type { SecretProblem } from '../../secrets.ts'
import { createLineCalendar } from './line-calendar.ts'
import { createNextPassword } from './next-password.ts'

/** The outside of a door's line to its hub. */
export interface LinePorts {
  /** New at each start of the program. */
  readonly session: string
  /** The program's. */
  readonly version: string
  readonly clock: Clock
  readonly log: Log
  /** From 0 up to 1: keeps the doors of a company from coming back together. */
  readonly random: () => number
  /** A new id, unique among all doors. */
  readonly newId: () => string
  readonly brokerFor: BrokerFor
  /** Where the next password of a door is kept. Without it the door keeps the one that it has. */
  readonly keptPasswords?: (hub: HubDoorConfiguration['hub']) => KeptPasswords
}

/** Makes the way to the broker of this configuration. */
export type BrokerFor = (hub: HubDoorConfiguration['hub'], client: DoorClient) => ConnectToBroker

/** The door's identity at the broker, beside the configuration. */
export type DoorClient = Omit<BrokerClient, 'url' | 'readAuthority'>

export interface LineCalendars {
  /**
   * The calendar of a door with a hub. The same again for the same hub and room: a door has one connection,
   * and the broker would end the earlier one of two. Another hub or room ends the line before.
   */
  readonly calendarFor: (
    configuration: Pick<HubDoorConfiguration, 'hub' | 'room'>,
    readPassword: () => Promise<Result<string, SecretProblem>>,
  ) => DoorCalendar
  /** Takes leave of the broker. */
  readonly close: () => Promise<void>
}

interface OpenLine {
  readonly of: Pick<HubDoorConfiguration, 'hub' | 'room'>
  readonly calendar: DoorCalendar
  readonly close: () => Promise<void>
}

/** How long the broker keeps messages for a door that is away, ms. */
const sessionExpiry = seconds(60)

/** Connects at the first call of `calendarFor`. */
export function lineCalendars(ports: LinePorts): LineCalendars {
  let open: OpenLine | undefined
  const close = async (): Promise<void> => {
    const last = open
    open = undefined
    await last?.close()
  }
  return {
    calendarFor: ({ hub, room }, readPassword) => {
      const of = { hub, room }
      if (open !== undefined && dequal(open.of, of)) return open.calendar
      void close()
      open = openLine(ports, of, readPassword)
      return open.calendar
    },
    close,
  }
}

function openLine(
  ports: LinePorts,
  of: OpenLine['of'],
  readPassword: BrokerClient['readPassword'],
): OpenLine {
  const { brokerFor, session, version } = ports
  const { door } = of.hub
  const announcement = announcementOf(door, session, version)
  const { will } = announcement
  const client = { clientId: door, username: door, will, sessionExpiry }
  const connectWith = (read: BrokerClient['readPassword']) =>
    brokerFor(of.hub, { ...client, readPassword: read })
  const kept = ports.keptPasswords?.(of.hub)
  const next = kept && createNextPassword({ ...ports, kept, readPresent: readPassword, connectWith })
  const line: Line = createLine({
    ...ports,
    connect: next?.connect ?? connectWith(readPassword),
    // The hub ends one door's connection, at which no other one is lost.
    random: () => (next?.isPending() ? 0 : ports.random()),
  })
  const takeLeave = announce(line, announcement)
  return {
    of,
    calendar: createLineCalendar({
      ...ports,
      line,
      door,
      room: of.room.id,
      ...(next && { storePassword: next.store }),
    }),
    close: async () => {
      await takeLeave()
      await line.close()
    },
  }
}
