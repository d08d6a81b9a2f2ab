import { readDoorSecret } from '../../engine/installation/door-secret.ts'
import { calendarCalls } from './checks/calendar-calls.ts'
import { calendarChecks } from './checks/calendar-checks.ts'
import { type Check, type CheckLine, fine, isBad, runChecks } from './checks/check.ts'
import { connectionChecks } from './checks/connection-checks.ts'
import { pictureChecks } from './checks/picture-checks.ts'
import { authorityChecks, lineChecks, lineSight } from './checks/line-checks.ts'
import { secretFinding } from './checks/set-up-checks.ts'
import { carryOutEnrolment, type Enrolled } from './enrolment/carry-out-enrolment.ts'
import type { OrderParts } from './order-parts.ts'
import { type DirectOrder, type HubDoorOrder, type Order, parseOrder } from './provision-order.ts'
import { store } from './provision-storing.ts'

/** `inputWrong`: no step was tried. The sentences never repeat a value. */
export type OrderOutcome =
  | { readonly kind: Enrolled }
  | { readonly kind: 'inputWrong'; readonly faults: readonly string[] }

/**
 * Checks all that the door needs with the new configuration and secret. Stores the order only if every check
 * passes: secret and PIN in the keyring (the PIN as a hash), the configuration in its file. Reports each step as
 * it is done. A code for a hub is used up in between (`enrolment/carry-out-enrolment.ts`).
 */
export async function carryOutOrder(
  input: string,
  parts: OrderParts,
  tell: (line: CheckLine) => void,
): Promise<OrderOutcome> {
  const order = parseOrder(input)
  if (!order.ok) return { kind: 'inputWrong', faults: order.error }
  parts.tryProxyLogin?.(order.value.proxyLogin)
  const kind = await carriedOut(order.value, parts, tell)
  parts.tryProxyLogin?.(undefined)
  return { kind }
}

async function carriedOut(
  order: Order,
  parts: OrderParts,
  tell: (line: CheckLine) => void,
): Promise<Enrolled> {
  if (order.kind === 'enrolment') return carryOutEnrolment(order, parts, tell)
  const checks = order.kind === 'direct' ? checksOfDirect(order, parts) : await checksOfHubDoor(order, parts)
  const lines = await runChecks([...pictureChecks(order.configuration, parts.canRead), ...checks], tell)
  if (lines.some(isBad)) return 'asBefore'
  const { vault, place } = parts
  return store(order, { vault, place, tell: (name, finding) => tell({ name, ...finding }) })
}

function checksOfDirect({ configuration, appSecret }: DirectOrder, parts: OrderParts): readonly Check[] {
  const probe = parts.probeFor(configuration, appSecret)
  const calls = calendarCalls({ ...parts, configuration, probe })
  return [...connectionChecks(calls, []), ...calendarChecks(calls, [])]
}

async function checksOfHubDoor(
  { configuration }: HubDoorOrder,
  parts: OrderParts,
): Promise<readonly Check[]> {
  const password = await readDoorSecret(parts.vault, configuration)
  const probe = parts.lineProbeFor(configuration, password.ok ? password.value : '')
  const finding = password.ok ? fine() : secretFinding(password.error, configuration)
  return [
    { name: 'password', look: async () => finding },
    ...authorityChecks(configuration.hub, parts.canRead),
    ...lineChecks(lineSight({ configuration, probe, clock: parts.clock }), ['password', 'authority']),
  ]
}
