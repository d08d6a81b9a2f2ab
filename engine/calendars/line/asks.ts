import type { AskOutcome, DoorAsk } from '../../../shared/line/asks.ts'
import { encodeMessage, parseMessage } from '../../../shared/line/codec.ts'
import { messages } from '../../../shared/line/messages.ts'
import { fromTopic, lineVersion, toTopic } from '../../../shared/line/topics.ts'
import type { OutgoingMessage } from '../../broker.ts'
import type { Line } from '../../line/line.ts'
import type { Clock, Log } from '../../ports.ts'

type Question<Whole> = Whole extends DoorAsk ? Omit<Whole, 'v' | 'id'> : never

/**
 * Asks the hub, once. The question leaves within this very call, or not at all. `limit`: how long to wait for
 * the answer, ms. `id`: of the ask, if the caller has made one.
 */
export type AskHub = (question: Question<DoorAsk>, limit: number, id?: string) => Promise<Asked>

/**
 * - `notSent`: it is certain that the hub never gets it
 * - `unanswered`: the hub may have carried it out
 */
export type Asked =
  | { readonly kind: 'answered'; readonly outcome: AskOutcome }
  | { readonly kind: 'notSent' }
  | { readonly kind: 'unanswered' }

export interface AskHubParts {
  readonly line: Line
  readonly door: string
  readonly clock: Pick<Clock, 'after'>
  readonly log: Log
  /** A new id, unique among all doors. */
  readonly newId: () => string
}

export function createAskHub({ line, door, clock, log, newId }: AskHubParts): AskHub {
  const waiting = new Map<string, (outcome: AskOutcome) => void>()
  line.subscribe(toTopic(door, 'answer'), ({ topic, payload }) => {
    const answer = parseMessage('answer', payload)
    if (answer.ok) return waiting.get(answer.value.re)?.(answer.value.outcome)
    log.warn('line.not-understood', { topic, ...answer.error })
  })

  return (question, limit, id = newId()) => {
    const payload = encodeMessage({ v: lineVersion, id, ...question })
    if (!payload.ok) return Promise.resolve({ kind: 'notSent' })
    return new Promise((resolve) => {
      const settle = (asked: Asked): void => {
        waiting.delete(id)
        cancel()
        resolve(asked)
      }
      const cancel = clock.after(limit, () => settle({ kind: 'unanswered' }))
      waiting.set(id, (outcome) => settle({ kind: 'answered', outcome }))
      const message = { ...messages.ask, topic: fromTopic(door, 'ask'), payload: payload.value }
      void sent(line, message).then((isSent) => isSent || settle({ kind: 'notSent' }))
    })
  }
}

/** False if it is certain that the message never left. */
async function sent(line: Line, message: OutgoingMessage): Promise<boolean> {
  const published = await line.publish(message)
  return published === 'taken' || published === 'unsure'
}
