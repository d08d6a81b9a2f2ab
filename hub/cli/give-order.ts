import type { Line } from '../../engine/line/line.ts'
import type { Cancel, Clock } from '../../engine/ports.ts'
import { encodeMessage, parseMessage } from '../../shared/line/codec.ts'
import type { OrderKind } from '../../shared/line/door-messages.ts'
import { messages } from '../../shared/line/messages.ts'
import { fromTopic, lineVersion, toTopic } from '../../shared/line/topics.ts'
import { plus, seconds } from '../../shared/time/time.ts'
import type { CommandParts } from './commands.ts'
import { problemText } from './problem-text.ts'

export interface GiveOrderParts extends Pick<CommandParts, 'doors' | 'audit' | 'by' | 'say'> {
  readonly line: Line
  readonly clock: Clock
  readonly newId: () => string
}

/** How long the broker keeps an order, ms. */
const { expiry: orderLives } = messages.order

/** How long the command waits for the door to take the order up, ms. The door can do so until the order expires. */
const patience = seconds(15)

/**
 * Gives a door an order. It goes to the door over the broker itself, and not through the leading hub: it changes nothing that
 * hubs must agree on, and works while none leads. It is in the audit before it leaves, and expires by itself.
 */
export async function giveOrder(parts: GiveOrderParts, door: string, kind: OrderKind): Promise<0 | 1> {
  const { doors, audit, by, say, line, clock, newId } = parts
  const listed = await doors.list()
  if (!listed.ok) return failed(say, problemText(listed.error))
  const known = listed.value.find(({ id }) => id === door)
  if (known === undefined) return failed(say, problemText({ code: 'doorUnknown' }))
  const id = newId()
  const expiresAt = plus(clock.now(), orderLives)
  const act = { act: kind, by, door, room: known.room, order: { id, expiresAt } } as const
  const entered = await audit.enter(act)
  if (!entered.ok) return failed(say, problemText(entered.error))
  const answer = answerOf(parts, door, id)
  const payload = encodeMessage({ v: lineVersion, id, kind })
  const sent =
    payload.ok &&
    (await line.publish({ ...messages.order, topic: toTopic(door, 'order'), payload: payload.value }))
  if (sent !== 'taken') {
    answer.stop()
    await audit.enter({ ...act, outcome: 'notSent' })
    return failed(say, 'the broker does not take the order. Run this again.')
  }
  const outcome = (await answer.taken) ? 'taken' : 'unanswered'
  const noted = await audit.enter({ ...act, outcome })
  if (!noted.ok) return failed(say, problemText(noted.error))
  if (outcome === 'unanswered')
    return failed(
      say,
      `${door} has not answered. It can take the order up until ${new Date(expiresAt).toISOString()}.`,
    )
  say(`${door} takes it up`)
  return 0
}

function failed(say: GiveOrderParts['say'], sentence: string): 1 {
  say(sentence)
  return 1
}

interface Answer {
  /** Whether the door has taken the order up in time. */
  readonly taken: Promise<boolean>
  readonly stop: Cancel
}

/** Whether the door says in its report that it has taken this order up. */
function answerOf({ line, clock }: Pick<GiveOrderParts, 'line' | 'clock'>, door: string, id: string): Answer {
  const stops: Cancel[] = []
  const stop = (): void => stops.forEach((end) => end())
  const taken = new Promise<boolean>((resolve) => {
    const unsubscribe = line.subscribe(fromTopic(door, 'reported'), ({ payload }) => {
      const report = parseMessage('reported', payload)
      if (report.ok && report.value.order === id) resolve(true)
    })
    stops.push(
      unsubscribe,
      clock.after(patience, () => resolve(false)),
    )
  })
  return { taken: taken.finally(stop), stop }
}
