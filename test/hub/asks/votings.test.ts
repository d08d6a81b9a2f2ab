import { expect, test } from 'vitest'
import { createVotings } from '../../../hub/asks/votings.ts'
import { bookingIdOf } from '../../../shared/booking/booking.ts'
import type { AskOutcome } from '../../../shared/line/asks.ts'
import { minutes, seconds } from '../../../shared/time/time.ts'
import { lineTo } from '../../support/line/line-door.ts'
import { createMemoryHubStore } from '../../support/memory/hub/memory-hub-store.ts'
import { createMemoryBroker } from '../../support/memory/memory-broker.ts'
import { createMemoryLog } from '../../support/memory/memory-log.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'

const booking = bookingIdOf('b/0/1')
const yes = { says: 'release' } as const

async function aHubWithTwoDoors() {
  const clock = createVirtualClock()
  const broker = createMemoryBroker(clock)
  const store = createMemoryHubStore(clock)
  const log = createMemoryLog()
  const votings = createVotings({
    line: lineTo(broker, clock, 'hub'),
    store,
    clock,
    log,
    epoch: 7,
    doors: { of: () => ['door-a', 'door-b'] },
    presence: { isCloned: () => false },
  })
  await clock.advance(0)
  const outcome: Promise<AskOutcome> = Promise.resolve({ kind: 'done' })
  const open = () => votings.open({ room: 'omm_1', booking, outcome })
  return { clock, broker, store, log, votings, open }
}

test('doors whose votes are in have agreed, and hear what came of it', async () => {
  const { votings, open } = await aHubWithTwoDoors()
  const gathering = await open()
  expect(await votings.vote('door-a', '7-1', yes)).toEqual({ kind: 'done' })
  expect(gathering?.result()).toEqual({ kind: 'waiting' })
  await votings.vote('door-b', '7-1', yes)
  expect(await gathering?.ended).toEqual({ kind: 'agreed' })
})

test('each voting has an order of its own', async () => {
  const { broker, open } = await aHubWithTwoDoors()
  await open()
  await open()
  const ids = broker.taken.map(({ payload }) => /"id":"([^"]+)"/.exec(payload)?.[1])
  expect(ids).toEqual(['7-1', '7-1', '7-2', '7-2'])
})

test('what came of another hub’s question this hub can’t say', async () => {
  const { votings } = await aHubWithTwoDoors()
  expect(await votings.vote('door-a', '6-1', yes)).toEqual({ kind: 'uncertain' })
})

test('what the audit does not have is not asked', async () => {
  const { store, broker, log, open } = await aHubWithTwoDoors()
  store.state.isDown = true
  expect(await open()).toBeUndefined()
  expect(broker.taken).toEqual([])
  expect(log.events()).toContain('audit.failed')
})

test('a vote that was agreed ages, and a tap takes it back', async () => {
  const { clock, votings, open } = await aHubWithTwoDoors()
  const [first, second] = [await open(), await open()]
  for (const order of ['7-1', '7-2'])
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    for (const door of ['door-a', 'door-b']) await votings.vote(door, order, yes)
  expect([first?.result().kind, second?.result().kind]).toEqual(['agreed', 'agreed'])
  votings.tapped('omm_2', 'door-z')
  expect(first?.result().kind).toBe('agreed')
  await clock.advance(seconds(10) + 1)
  expect(first?.result()).toEqual({ kind: 'kept', why: 'silent' })
  votings.tapped('omm_1', 'door-a')
  expect(second?.result()).toEqual({ kind: 'kept', why: 'no', because: 'checkedIn' })
})

test('votes whose age a sleep has hidden are none', async () => {
  const { clock, votings, open } = await aHubWithTwoDoors()
  const gathering = await open()
  for (const door of ['door-a', 'door-b'])
    // oxlint-disable-next-line no-await-in-loop -- one after the other
    await votings.vote(door, '7-1', yes)
  clock.sleptAt = clock.elapsed() + 1
  expect(gathering?.result()).toEqual({ kind: 'kept', why: 'silent' })
})

test('a voting is forgotten when no vote for it can come any more', async () => {
  const { clock, open } = await aHubWithTwoDoors()
  await open()
  await clock.advance(minutes(3))
  expect(clock.pending()).toBe(0)
})
