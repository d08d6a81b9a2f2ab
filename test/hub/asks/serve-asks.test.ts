import { expect, test } from 'vitest'
import { serveAsks } from '../../../hub/asks/serve-asks.ts'
import { bookingIdOf } from '../../../shared/booking/booking.ts'
import type { AskOutcome, DoorAsk } from '../../../shared/line/asks.ts'
import { messages } from '../../../shared/line/messages.ts'
import { fromTopic, toTopic } from '../../../shared/line/topics.ts'
import { minutes, seconds } from '../../../shared/time/time.ts'
import { lineTo } from '../../support/line/line-door.ts'
import { createMemoryBroker } from '../../support/memory/memory-broker.ts'
import { createMemoryLog } from '../../support/memory/memory-log.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'

const ask: DoorAsk = { v: 1, id: 'ask-1', kind: 'end', booking: bookingIdOf('b/0/1') }

async function aServedDoor() {
  const clock = createVirtualClock()
  const broker = createMemoryBroker(clock)
  const [hub, door] = [lineTo(broker, clock, 'hub'), lineTo(broker, clock, 'door-a')]
  const log = createMemoryLog()
  const carriedOut: [DoorAsk, string][] = []
  let finish: (outcome: AskOutcome) => void = () => undefined
  const stop = serveAsks({
    line: hub,
    clock,
    log,
    carryOut: (asked, by) => {
      carriedOut.push([asked, by])
      return new Promise((resolve) => (finish = resolve))
    },
  })
  const answers: string[] = []
  door.subscribe(toTopic('door-a', 'answer'), ({ payload }) => answers.push(payload))
  await clock.advance(0)
  const send = async (payload: string) => {
    await door.publish({ ...messages.ask, topic: fromTopic('door-a', 'ask'), payload })
    await clock.advance(0)
  }
  const settle = async (outcome: AskOutcome) => {
    finish(outcome)
    await clock.advance(0)
  }
  return { clock, log, carriedOut, answers, send, settle, stop }
}

const done = JSON.stringify({ v: 1, re: 'ask-1', outcome: { kind: 'done' } })

test('an ask that comes twice is carried out once, and answered each time', async () => {
  const { carriedOut, answers, send, settle } = await aServedDoor()
  await send(JSON.stringify(ask))
  await send(JSON.stringify(ask))
  await settle({ kind: 'done' })
  await send(JSON.stringify(ask))
  expect(carriedOut).toEqual([[ask, 'door-a']])
  expect(answers).toEqual([done, done, done])
})

test('what can’t be understood is logged, and carried out by nobody', async () => {
  const { log, carriedOut, send } = await aServedDoor()
  await send('{"v":1,"id":"ask-1","kind":"endAll"}')
  await send('no JSON')
  await send(JSON.stringify({ ...ask, v: 2 }))
  expect(carriedOut).toEqual([])
  expect(log.lines.map(({ event, facts }) => [event, facts['kind']])).toEqual([
    ['line.not-understood', 'malformed'],
    ['line.not-understood', 'notJson'],
    ['line.not-understood', 'otherVersion'],
  ])
})

test('a hub that no longer leads answers nothing, not even what it had begun', async () => {
  const { clock, carriedOut, answers, send, settle, stop } = await aServedDoor()
  await send(JSON.stringify(ask))
  stop()
  await settle({ kind: 'done' })
  await send(JSON.stringify({ ...ask, id: 'ask-2' }))
  await clock.advance(seconds(5))
  expect(carriedOut).toHaveLength(1)
  expect(answers).toEqual([])
})

test('an answer is forgotten when no ask of that id can come any more', async () => {
  const { clock, carriedOut, send, settle } = await aServedDoor()
  await send(JSON.stringify(ask))
  await settle({ kind: 'done' })
  await clock.advance(minutes(3))
  expect(clock.pending()).toBe(0)
  expect(carriedOut).toHaveLength(1)
})
