import type { DoorAsk } from '../../../shared/line/asks.ts'
import { encodeMessage, parseMessage } from '../../../shared/line/codec.ts'
import { type LineMessage, type MessageKind, messages } from '../../../shared/line/messages.ts'
import { doorRights, fromTopic, hubRights, pulseTopic, toTopic } from '../../../shared/line/topics.ts'
import { createLineCalendar } from '../../../engine/calendars/line/line-calendar.ts'
import { createLine, type Line } from '../../../engine/line/line.ts'
import { ok } from '../../../shared/result.ts'
import { seconds } from '../../../shared/time/time.ts'
import { aConfiguration, aDoor } from '../a-door.ts'
import { at } from '../builders.ts'
import { createMemoryBroker, type MemoryBroker } from '../memory/memory-broker.ts'
import { createMemoryLog } from '../memory/memory-log.ts'
import { createVirtualClock, type VirtualClock } from '../virtual-clock.ts'

function lineTo(broker: MemoryBroker, clock: VirtualClock, name: string): Line {
  broker.accounts.set(name, { password: name, ...(name === 'hub' ? hubRights : doorRights(name)) })
  const connect = broker.client({
    url: 'mqtt://memory',
    clientId: name,
    username: name,
    readPassword: async () => ok(name),
    sessionExpiry: seconds(60),
  })
  return createLine({ connect, clock, log: createMemoryLog(), random: () => 0.1 })
}

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
  let answer = async (_ask: DoorAsk, _door: string): Promise<LineMessage<'answer'>['outcome'] | undefined> =>
    undefined
  const hub = {
    clock,
    broker,
    /** What doors asked for, but for the time. */
    asks,
    tell: (door: string, view: LineMessage<'room'>) => say('room', toTopic(door, 'room'), view),
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
    /** A whole door panel on the line. */
    door: async (name: string) => {
      const doorLine = lineTo(broker, clock, name)
      await clock.advance(0)
      let made = 0
      const newId = () => `${name}-${(made += 1)}`
      const calendar = createLineCalendar({
        line: doorLine,
        door: name,
        clock,
        log: createMemoryLog(),
        newId,
      })
      return aDoor(time, {
        clock,
        setUp: async (_standing, preview) => {
          const configuration = aConfiguration({ checkIn: { mode: 'off' } })
          await preview(configuration)
          return ok({ configuration, calendar })
        },
      })
    },
  }
  for (const door of ['door-a', 'door-b'])
    line.subscribe(fromTopic(door, 'ask'), ({ payload }) => {
      const ask = parseMessage('ask', payload)
      if (!ask.ok) throw new Error(`The door asks: ${payload}`)
      const { id, kind } = ask.value
      const reply = (outcome: LineMessage<'answer'>['outcome']) =>
        say('answer', toTopic(door, 'answer'), { v: 1, re: id, outcome })
      if (kind === 'time') return void reply({ kind: 'time', at: clock.now() })
      asks.push(ask.value)
      void answer(ask.value, door).then((outcome) => outcome && reply(outcome))
    })
  await clock.advance(0)
  return hub
}

export type LineDoor = Awaited<ReturnType<typeof aDoor>>
