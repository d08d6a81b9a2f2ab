import type { AskOutcome, DoorAsk } from '../../../shared/line/asks.ts'
import { encodeMessage, parseMessage } from '../../../shared/line/codec.ts'
import { type LineMessage, type MessageKind, messages } from '../../../shared/line/messages.ts'
import { fromTopic, pulseTopic, toTopic } from '../../../shared/line/topics.ts'
import { seconds } from '../../../shared/time/time.ts'
import { at } from '../builders.ts'
import { createMemoryBroker } from '../memory/memory-broker.ts'
import { createVirtualClock } from '../virtual-clock.ts'
import { aLineDoor, lineTo } from './line-door.ts'

/** A broker in memory, and a hub at it that says what the test has it say. */
export async function aScriptedHub(time: string) {
  const clock = createVirtualClock(at(time))
  const broker = createMemoryBroker(clock)
  const line = lineTo(broker, clock, 'hub')
  await clock.advance(0)
  const say = async (kind: MessageKind, topic: string, message: LineMessage<MessageKind>) => {
    const payload = encodeMessage(message)
    if (payload.ok) await line.publish({ ...messages[kind], topic, payload: payload.value })
  }
  const asks: DoorAsk[] = []
  let answer = async (_ask: DoorAsk, _door: string): Promise<AskOutcome | undefined> => undefined
  const hub = {
    clock,
    broker,
    /** What doors asked for, but for the time. */
    asks,
    tell: (door: string, view: LineMessage<'room'>) => say('room', toTopic(door, 'room'), view),
    order: (door: string, order: LineMessage<'order'>) => say('order', toTopic(door, 'order'), order),
    pulse: (epoch: number) => say('pulse', pulseTopic, { v: 1, epoch, time: clock.now() }),
    /** How the hub answers from now on; undefined: not at all. */
    answering: (how: typeof answer): void => void (answer = how),
    /** Lets `ms` pass with a pulse every five seconds. */
    living: async (ms: number, epoch = 1): Promise<void> => {
      for (let passed = 0; passed < ms; passed += seconds(5)) {
        // oxlint-disable-next-line no-await-in-loop -- one pulse after the other
        await hub.pulse(epoch)
        // oxlint-disable-next-line no-await-in-loop -- the same
        await clock.advance(Math.min(seconds(5), ms - passed))
      }
    },
    door: (name: string, over?: Parameters<typeof aLineDoor>[3]) =>
      aLineDoor({ broker, clock }, name, time, over),
  }
  for (const door of ['door-a', 'door-b'])
    line.subscribe(fromTopic(door, 'ask'), ({ payload }) => {
      const ask = parseMessage('ask', payload)
      if (!ask.ok) throw new Error(`The door asks: ${payload}`)
      const { id, kind } = ask.value
      const reply = (outcome: AskOutcome) => say('answer', toTopic(door, 'answer'), { v: 1, re: id, outcome })
      if (kind === 'time') return void reply({ kind: 'time', at: clock.now() })
      asks.push(ask.value)
      void answer(ask.value, door).then((outcome) => outcome && reply(outcome))
    })
  await clock.advance(0)
  return hub
}
