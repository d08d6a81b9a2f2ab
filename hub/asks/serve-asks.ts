import type { Line } from '../../engine/line/line.ts'
import type { Clock, Log } from '../../engine/ports.ts'
import type { AskOutcome, DoorAsk } from '../../shared/line/asks.ts'
import { encodeMessage, parseMessage } from '../../shared/line/codec.ts'
import { messages } from '../../shared/line/messages.ts'
import { fromEveryDoor, lineVersion, speakerIn, toTopic } from '../../shared/line/topics.ts'
import { minutes } from '../../shared/time/time.ts'

/** Carries out a door's request. Never rejects. */
export type CarryOut = (ask: DoorAsk, door: string) => Promise<AskOutcome>

export interface ServeAsksParts {
  readonly line: Line
  readonly clock: Clock
  readonly log: Log
  readonly carryOut: CarryOut
}

/** How long the answer to an ask is remembered, ms: longer than the broker keeps the ask. */
const remembered = minutes(2)

/**
 * Answers every door. The broker may deliver an ask twice, and each is carried out once. Returns the function
 * that ends it.
 */
export function serveAsks({ line, clock, log, carryOut }: ServeAsksParts): () => void {
  const answers = new Map<string, Promise<AskOutcome>>()
  let isOver = false

  const once = (ask: DoorAsk, door: string): Promise<AskOutcome> => {
    const key = `${door} ${ask.id}`
    const known = answers.get(key)
    if (known !== undefined) return known
    const outcome = carryOut(ask, door)
    answers.set(key, outcome)
    clock.after(remembered, () => answers.delete(key))
    return outcome
  }
  const answer = async (ask: DoorAsk, door: string): Promise<void> => {
    const outcome = await once(ask, door)
    if (ask.kind !== 'time') log.info('ask.answered', { door, kind: ask.kind, id: ask.id, outcome })
    const payload = encodeMessage({ v: lineVersion, re: ask.id, outcome })
    // A hub that no longer leads does not answer: another one may know better.
    if (isOver || !payload.ok) return
    await line.publish({ ...messages.answer, topic: toTopic(door, 'answer'), payload: payload.value })
  }
  const stop = line.subscribe(fromEveryDoor('ask'), ({ topic, payload }) => {
    const speaker = speakerIn(topic)
    const ask = parseMessage('ask', payload)
    if (speaker !== undefined && ask.ok) return void answer(ask.value, speaker.door)
    log.warn('line.not-understood', { topic, ...(!ask.ok && ask.error) })
  })
  return () => {
    isOver = true
    stop()
  }
}
