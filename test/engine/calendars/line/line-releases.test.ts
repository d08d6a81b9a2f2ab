import { expect, test } from 'vitest'
import { createAskHub } from '../../../../engine/calendars/line/asks.ts'
import { createLineReleases } from '../../../../engine/calendars/line/line-releases.ts'
import type { AskOutcome, DoorAsk } from '../../../../shared/line/asks.ts'
import { minutes, seconds } from '../../../../shared/time/time.ts'
import { ghost } from '../../../support/a-ghost.ts'
import { lineTo } from '../../../support/line/line-door.ts'
import { aScriptedHub } from '../../../support/line/scripted-hub.ts'
import { createMemoryLog } from '../../../support/memory/memory-log.ts'

/** A door's releases, without a panel. */
async function aDoorsReleases() {
  const hub = await aScriptedHub('10:10')
  const { broker, clock } = hub
  const line = lineTo(broker, clock, 'door-a')
  const log = createMemoryLog()
  let made = 0
  const newId = () => `ask-${(made += 1)}`
  const parts = { line, door: 'door-a', clock, log, newId }
  const releases = createLineReleases({ ...parts, ask: createAskHub(parts) })
  const heard: string[] = []
  releases.onQuestion((booking) => heard.push(booking))
  await clock.advance(0)
  const order = async (id: string, booking = ghost.id) => {
    await hub.order('door-a', { v: 1, id, kind: 'vote', booking })
    await clock.advance(0)
  }
  /** What it resolves to, if it has. */
  const resolved = async <T>(promise: Promise<T>, ms = 0): Promise<T | 'waiting'> => {
    let result: T | 'waiting' = 'waiting'
    void promise.then((value) => (result = value))
    await clock.advance(ms)
    return result
  }
  const votes = () =>
    hub.asks.map((ask) =>
      ask.kind === 'release' ? [ask.order, ask.vote.says === 'keep' ? ask.vote.because : 'release'] : [],
    )
  return { ...hub, giveOrder: hub.order, releases, heard, order, resolved, votes, log }
}

const answering = (outcome: AskOutcome) => async (_ask: DoorAsk) => outcome
const kept = { ok: false, error: 'keptByHub' }

test('a door waits for the hub’s question, and answers that', async () => {
  const { releases, order, resolved, votes, answering: answer } = await aDoorsReleases()
  const opened = releases.open(ghost.id)
  expect(await resolved(opened)).toBe('waiting')
  await order('1-1')
  expect(await resolved(opened)).toEqual({ ok: true, value: undefined })
  answer(answering({ kind: 'done' }))
  expect(await resolved(releases.agree(ghost.id))).toEqual({ kind: 'sent' })
  expect(votes()).toEqual([
    [undefined, 'release'],
    ['1-1', 'release'],
  ])
})

test('a door that is asked need not ask', async () => {
  const { releases, order, resolved, heard, votes } = await aDoorsReleases()
  await order('1-1')
  expect(heard).toEqual([ghost.id])
  expect(await resolved(releases.open(ghost.id))).toEqual({ ok: true, value: undefined })
  expect(votes()).toEqual([])
})

test('a hub that has its last word before its question asks nothing', async () => {
  const { releases, resolved, answering: answer } = await aDoorsReleases()
  answer(answering({ kind: 'refused', reason: 'kept' }))
  expect(await resolved(releases.open(ghost.id))).toEqual(kept)
})

test('a hub that says nothing is given up after a minute, and a broker that is away at once', async () => {
  const { releases, resolved, broker } = await aDoorsReleases()
  const unreachable = { ok: false, error: 'calendarUnreachable' }
  expect(await resolved(releases.open(ghost.id), minutes(1))).toEqual(unreachable)
  broker.kill()
  expect(await resolved(releases.open(ghost.id))).toEqual(unreachable)
})

test('what was not asked, or too long ago, is answered by no vote', async () => {
  const { releases, order, resolved, clock, votes } = await aDoorsReleases()
  expect(await resolved(releases.agree(ghost.id))).toEqual({ kind: 'kept', because: 'keptByHub' })
  await order('1-1')
  await clock.advance(seconds(10) + 1)
  expect(await resolved(releases.agree(ghost.id))).toEqual({ kind: 'kept', because: 'keptByHub' })
  releases.decline(ghost.id, 'touched')
  await clock.advance(0)
  expect(votes()).toEqual([])
})

test.each<[AskOutcome, object]>([
  [{ kind: 'done' }, { kind: 'sent' }],
  [{ kind: 'uncertain' }, { kind: 'sent' }],
  [
    { kind: 'refused', reason: 'kept' },
    { kind: 'kept', because: 'keptByHub' },
  ],
  [{ kind: 'refused', reason: 'unexpected' }, { kind: 'refused' }],
  [{ kind: 'refused', reason: 'notLeading' }, { kind: 'refused' }],
])('of the hub’s answer %o the door knows %o', async (outcome, agreed) => {
  const { releases, order, resolved, answering: answer } = await aDoorsReleases()
  await order('1-1')
  answer(answering(outcome))
  expect(await resolved(releases.agree(ghost.id))).toEqual(agreed)
})

test('a yes without an answer may have been enough, and one that never left was not', async () => {
  const { releases, order, resolved, broker } = await aDoorsReleases()
  await order('1-1')
  expect(await resolved(releases.agree(ghost.id), seconds(40))).toEqual({ kind: 'sent' })
  await order('1-2')
  broker.kill()
  expect(await resolved(releases.agree(ghost.id))).toEqual({ kind: 'kept', because: 'calendarUnreachable' })
})

test('a yes is taken back as long as nobody knows what came of it', async () => {
  const { releases, order, resolved, votes, answering: answer } = await aDoorsReleases()
  await order('1-1')
  const agreed = releases.agree(ghost.id)
  releases.decline(ghost.id, 'checkedIn')
  releases.decline(ghost.id, 'checkedIn')
  await resolved(agreed, seconds(40))
  await order('1-2')
  answer(answering({ kind: 'done' }))
  await resolved(releases.agree(ghost.id))
  releases.decline(ghost.id, 'checkedIn')
  await resolved(agreed)
  expect(votes()).toEqual([
    ['1-1', 'release'],
    ['1-1', 'checkedIn'],
    ['1-2', 'release'],
  ])
})

test('an order that comes twice is heard once, and of two about one booking the later one counts', async () => {
  const { order, heard, releases, resolved, votes } = await aDoorsReleases()
  await order('1-1')
  await order('1-1')
  expect(heard).toEqual([ghost.id])
  await order('2-1')
  void releases.agree(ghost.id)
  await resolved(Promise.resolve())
  await order('1-1')
  releases.decline(ghost.id, 'attemptedBefore')
  await resolved(Promise.resolve())
  expect(votes()).toEqual([
    ['2-1', 'release'],
    ['2-1', 'attemptedBefore'],
  ])
})

test('an order to do something else is none to vote, and one that can’t be understood is logged', async () => {
  const { giveOrder, clock, heard, log, broker } = await aDoorsReleases()
  await giveOrder('door-a', { v: 1, id: '1-1', kind: 'doctor' })
  const line = lineTo(broker, clock, 'hub-2')
  await clock.advance(0)
  await line.publish({ topic: 'rp/1/door/door-a/to/order', payload: '{"v":1}', qos: 1, retain: false })
  await clock.advance(0)
  expect(heard).toEqual([])
  expect(log.events()).toEqual(['line.not-understood'])
})
