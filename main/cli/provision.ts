import type { Configuration } from '../../shared/config/configuration.ts'
import type { CalendarProbe, ConfigurationPlace, Vault } from '../ports.ts'
import { type CalendarCalls, calendarCalls, type TabletClock } from './checks/calendar-calls.ts'
import { calendarChecks } from './checks/calendar-checks.ts'
import { isBad, runChecks } from './checks/check.ts'
import { lineText } from './checks/check-line.ts'
import { connectionChecks } from './checks/connection-checks.ts'
import { type Order, parseOrder } from './provision-order.ts'
import { store, type Stored } from './provision-storing.ts'

export interface ProvisionParts {
  readonly vault: Vault
  readonly clock: TabletClock
  /** The calendar as it answers to these credentials. */
  readonly probeFor: (configuration: Configuration, appSecret: string) => CalendarProbe
  /** The tablet's own; the configuration's goes before it. */
  readonly timeZone: string
  readonly place: ConfigurationPlace
  /** Prints one line for IT. */
  readonly say: (line: string) => void
}

/**
 * Checks all that a panel needs of the calendar with the new configuration and secret, and stores them only if nothing is
 * wrong: secret and PIN in the keyring (the PIN as a hash), the configuration in its file. Gives the exit status: 0, 1
 * when a check or the storing failed, 2 when the input is wrong.
 */
export async function provision(input: string, parts: ProvisionParts): Promise<0 | 1 | 2> {
  const { say } = parts
  const order = parseOrder(input)
  if (!order.ok) {
    for (const fault of order.error) say(`input: ${fault}`)
    return 2
  }
  const stored = (await isAccepted(order.value, parts)) ? await storeOrder(order.value, parts) : 'asBefore'
  if (stored === 'stored') return 0
  say(stored === 'asBefore' ? 'nothing was stored' : 'the keyring may hold the new secret: run this again')
  return 1
}

async function isAccepted({ configuration, appSecret }: Order, parts: ProvisionParts): Promise<boolean> {
  const probe = parts.probeFor(configuration, appSecret)
  const calls = calendarCalls({ ...parts, configuration, probe })
  const lines = await runChecks(checksOf(calls), (line) => parts.say(lineText(line)))
  return !lines.some(isBad)
}

const checksOf = (calls: CalendarCalls) => [...connectionChecks(calls, []), ...calendarChecks(calls, [])]

const storeOrder = (order: Order, { vault, place, say }: ProvisionParts): Promise<Stored> =>
  store(order, { vault, place, tell: (name, finding) => say(lineText({ name, ...finding })) })
