import { encodeMessage } from '../../../shared/line/codec.ts'
import { messages, picture } from '../../../shared/line/messages.ts'
import { partsOf, type Told } from '../../../shared/line/told.ts'
import { fromTopic, lineVersion } from '../../../shared/line/topics.ts'
import type { OrderAnswer } from '../../it-desk.ts'
import type { Line } from '../../line/line.ts'
import type { Log } from '../../ports.ts'

export interface AnswerOrderParts {
  readonly line: Line
  readonly door: string
  readonly log: Log
}

/** Tells the hub what came of the order with this id. What does not reach the broker now is not repeated: IT asks again. */
export async function answerOrder(
  { line, door, log }: AnswerOrderParts,
  re: string,
  answer: OrderAnswer,
): Promise<void> {
  if (answer.kind === 'picture') {
    const topic = fromTopic(door, 'picture')
    const { longest: _, ...delivery } = picture
    return told(await line.publish({ ...delivery, topic, payload: answer.jpeg, correlation: re }), log)
  }
  const about = { v: lineVersion, re } as const
  for (const message of answer.kind === 'lines' ? inParts(about, answer.lines) : [{ ...about, ...answer }]) {
    const payload = encodeMessage(message)
    if (!payload.ok) return log.error('order.answer-not-written', { ...payload.error })
    const topic = fromTopic(door, 'told')
    // oxlint-disable-next-line no-await-in-loop -- a part at a time: the broker limits what a door has in flight
    told(await line.publish({ ...messages.told, topic, payload: payload.value }), log)
  }
}

function inParts(about: Pick<Told, 'v' | 're'>, lines: readonly string[]): readonly Told[] {
  const parts = partsOf(lines)
  return parts.map((some, part) => ({ ...about, kind: 'lines', part, parts: parts.length, lines: some }))
}

function told(published: Awaited<ReturnType<Line['publish']>>, log: Log): void {
  if (published !== 'taken') log.warn('order.answer-not-told', { published })
}
