import type { Line } from '../../engine/line/line.ts'
import type { Clock } from '../../engine/ports.ts'
import { encodeMessage } from '../../shared/line/codec.ts'
import type { OrderKind } from '../../shared/line/door-messages.ts'
import { messages } from '../../shared/line/messages.ts'
import type { OrderFault } from '../../shared/line/told.ts'
import { lineVersion, toTopic } from '../../shared/line/topics.ts'
import { err, type Result } from '../../shared/result.ts'
import { type Instant, plus } from '../../shared/time/time.ts'
import type { HubAudit } from '../store/audit.ts'
import type { DoorRegistry } from '../store/doors.ts'
import type { StoreProblem } from '../store/stored.ts'
import { hearAnswer, type OrderResult } from './hear-answer.ts'

export interface OrderDoorParts {
  readonly doors: Pick<DoorRegistry, 'list'>
  readonly audit: Pick<HubAudit, 'enter'>
  readonly line: Line
  readonly clock: Clock
  readonly newId: () => string
  /** Who gives the order, for the audit. */
  readonly by: string
  /** Called once the door says that it takes the order up. */
  readonly onTaken?: () => void
}

/**
 * Why an order came to nothing, or is not known to have come to anything.
 *
 * - `notSent`: the broker does not take the order
 * - `unanswered`: the door has said nothing. It can take the order up until `until`
 * - `noAnswer`: it has taken the order up, and said no more
 * - others: what the door says, and why the store did not take the entry
 */
export type OrderProblem =
  | StoreProblem
  | { readonly code: 'doorUnknown' | 'notSent' | 'noAnswer' | OrderFault }
  | { readonly code: 'unanswered'; readonly until: Instant }

/** How long the broker keeps an order, ms. */
const { expiry: orderLives } = messages.order

/**
 * Gives a door an order, and resolves to what came of it; within two minutes. It goes to the door over the broker
 * itself, and not through the leading hub: it changes nothing that hubs must agree on, and works while none leads.
 * It is in the audit before it leaves, and again once it is taken up and answered. It expires by itself.
 */
export async function orderDoor(
  parts: OrderDoorParts,
  door: string,
  kind: OrderKind,
): Promise<Result<OrderResult, OrderProblem>> {
  const { doors, audit, by, line, clock, newId } = parts
  const listed = await doors.list()
  if (!listed.ok) return listed
  const known = listed.value.find(({ id }) => id === door)
  if (known === undefined) return err({ code: 'doorUnknown' })
  const id = newId()
  const until = plus(clock.now(), orderLives)
  const act = { act: kind, by, door, room: known.room, order: { id, expiresAt: until } } as const
  const entered = await audit.enter(act)
  if (!entered.ok) return entered
  const answer = hearAnswer(parts, door, id)
  const payload = encodeMessage({ v: lineVersion, id, kind })
  const sent =
    payload.ok &&
    (await line.publish({ ...messages.order, topic: toTopic(door, 'order'), payload: payload.value }))
  if (sent !== 'taken') {
    answer.stop()
    await audit.enter({ ...act, outcome: 'notSent' })
    return err({ code: 'notSent' })
  }
  const isTaken = await answer.taken
  const noted = await audit.enter({ ...act, outcome: isTaken ? 'taken' : 'unanswered' })
  if (!isTaken) return noted.ok ? err({ code: 'unanswered', until }) : noted
  parts.onTaken?.()
  const came = await answer.came
  const outcome = came.ok ? 'done' : came.error.code
  const ended = await audit.enter({ ...act, outcome })
  return ended.ok ? came : ended
}
