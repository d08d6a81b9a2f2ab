import type { OrderKind } from '../../shared/line/door-messages.ts'
import type { Condition } from '../../shared/console/condition.ts'

/** What the console says besides the words of the doors, which it has from them. Ages and numbers come in already written. */
export interface ConsoleWords {
  readonly title: string
  readonly doors: (count: number) => string
  readonly problems: (count: number) => string
  readonly search: string
  readonly anyState: string
  readonly state: string
  readonly noneFits: string
  readonly noDoors: string
  readonly connecting: string
  /** The page has lost the hub; the time is that of its last news. */
  readonly hubLost: (time: string) => string
  readonly brokerLost: string
  readonly databaseLost: string
  readonly condition: Readonly<Record<Condition, string>>
  /** What IT is to do. */
  readonly advice: Readonly<Record<Exclude<Condition, 'blind' | 'problem' | 'page' | 'well'>, string>>
  /** What a door showed when it was heard last. */
  readonly last: (state: string) => string
  readonly since: (age: string) => string
  /** Heads of the list, and names of what is told of one door. */
  readonly column: Readonly<Record<Column, string>>
  readonly notKnown: string
  readonly ownConfiguration: string
  readonly more: (room: string) => string
  readonly readOnly: string
  /** The hub has not answered. */
  readonly unreachable: string
  readonly order: Readonly<Record<OrderKind, string>>
  /** Asks for the second tap. */
  readonly sure: string
  readonly underWay: string
  readonly restarting: string
  /** Why an order came to nothing, by the hub's name of it. */
  readonly orderFault: Readonly<Record<string, string>>
}

export type Column =
  | 'shows'
  | 'room'
  | 'how'
  | 'read'
  | 'page'
  | 'clock'
  | 'waiting'
  | 'version'
  | 'door'
  | 'roomId'
  | 'reported'
  | 'configuration'
  | 'silent'
