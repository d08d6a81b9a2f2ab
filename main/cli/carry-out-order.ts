import type { CalendarProbe } from '../../engine/room-calendar.ts'
import type { CanRead, ConfigurationPlace, ProxyLogin } from '../../engine/ports.ts'
import type { Vault } from '../../engine/secrets.ts'
import type { Configuration } from '../../shared/config/configuration.ts'
import { calendarCalls, type TabletClock } from './checks/calendar-calls.ts'
import { calendarChecks } from './checks/calendar-checks.ts'
import { type CheckLine, isBad, runChecks } from './checks/check.ts'
import { connectionChecks } from './checks/connection-checks.ts'
import { pictureChecks } from './checks/picture-checks.ts'
import { type Order, parseOrder } from './provision-order.ts'
import { store, type Stored } from './provision-storing.ts'

export interface OrderParts {
  readonly vault: Vault
  readonly clock: TabletClock
  /** Makes a probe of the calendar with these credentials. */
  readonly probeFor: (configuration: Configuration, appSecret: string) => CalendarProbe
  /** The tablet's own time zone. The configuration's has precedence. */
  readonly timeZone: string
  readonly place: ConfigurationPlace
  readonly canRead: CanRead
  /** Uses this proxy login instead of the stored one until the next call. */
  readonly tryProxyLogin?: (login: ProxyLogin | undefined) => void
}

/** `inputWrong`: no step was tried. The sentences never repeat a value. */
export type OrderOutcome =
  | { readonly kind: Stored }
  | { readonly kind: 'inputWrong'; readonly faults: readonly string[] }

/**
 * Checks the calendar with the new configuration and secret. Stores the order only if every check passes:
 * secret and PIN in the keyring (the PIN as a hash), the configuration in its file. Reports each step as it
 * is done.
 */
export async function carryOutOrder(
  input: string,
  parts: OrderParts,
  tell: (line: CheckLine) => void,
): Promise<OrderOutcome> {
  const order = parseOrder(input)
  if (!order.ok) return { kind: 'inputWrong', faults: order.error }
  parts.tryProxyLogin?.(order.value.proxyLogin)
  const kind = (await isAccepted(order.value, parts, tell))
    ? await stored(order.value, parts, tell)
    : 'asBefore'
  parts.tryProxyLogin?.(undefined)
  return { kind }
}

const stored = (
  order: Order,
  { vault, place }: OrderParts,
  tell: (line: CheckLine) => void,
): Promise<Stored> => store(order, { vault, place, tell: (name, finding) => tell({ name, ...finding }) })

async function isAccepted(
  { configuration, appSecret }: Order,
  parts: OrderParts,
  tell: (line: CheckLine) => void,
): Promise<boolean> {
  const probe = parts.probeFor(configuration, appSecret)
  const calls = calendarCalls({ ...parts, configuration, probe })
  const checks = [
    ...pictureChecks(configuration, parts.canRead),
    ...connectionChecks(calls, []),
    ...calendarChecks(calls, []),
  ]
  const lines = await runChecks(checks, tell)
  return !lines.some(isBad)
}
