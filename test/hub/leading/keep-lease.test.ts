import { expect, test } from 'vitest'
import type { HeldLease } from '../../../hub/leading/held-lease.ts'
import { keepLease } from '../../../hub/leading/keep-lease.ts'
import { seconds } from '../../../shared/time/time.ts'
import { createMemoryHubStore } from '../../support/memory/hub/memory-hub-store.ts'
import { createMemoryLog } from '../../support/memory/memory-log.ts'
import { createVirtualClock } from '../../support/virtual-clock.ts'

/** Hubs at one store, each with what it leads with now. */
function hubsAtOneStore() {
  const clock = createVirtualClock()
  const store = createMemoryHubStore(clock)
  const begin = (holder: string, own = clock) => {
    const hub: { lease?: HeldLease | undefined; epochs: number[]; end: () => Promise<void> } = {
      epochs: [],
      end: async () => undefined,
    }
    hub.end = keepLease({
      lease: store.lease,
      clock: own,
      log: createMemoryLog(),
      holder,
      lead: (lease) => {
        hub.lease = lease
        hub.epochs.push(lease.epoch)
        return () => void (hub.lease = undefined)
      },
    })
    return hub
  }
  return { clock, store, begin }
}

test('one of two hubs leads, and the other follows when it stops', async () => {
  const { clock, begin } = hubsAtOneStore()
  const [one, two] = [begin('one'), begin('two')]
  await clock.advance(seconds(60))
  expect([one.epochs, two.epochs]).toEqual([[1], []])
  expect(one.lease?.isHeld()).toBe(true)
  await one.end()
  await clock.advance(seconds(3))
  expect([one.lease, two.lease?.epoch]).toEqual([undefined, 2])
})

test('a lease that can’t be renewed is not held after ten seconds, and is another one when the store is back', async () => {
  const { clock, store, begin } = hubsAtOneStore()
  const hub = begin('one')
  await clock.advance(0)
  store.state.isDown = true
  await clock.advance(seconds(9))
  expect(hub.lease?.isHeld()).toBe(true)
  await clock.advance(seconds(2))
  expect(hub.lease?.isHeld()).toBe(false)
  await clock.advance(seconds(60))
  // It still leads, for nobody else can, and sends nothing.
  expect(hub.epochs).toEqual([1])
  store.state.isDown = false
  await clock.advance(seconds(6))
  expect(hub.epochs).toEqual([1, 2])
  expect(hub.lease?.isHeld()).toBe(true)
})

test('a hub that slept through its lease holds none when it wakes', async () => {
  const { clock, begin } = hubsAtOneStore()
  const hub = begin('one')
  await clock.advance(seconds(1))
  clock.sleptAt = clock.elapsed()
  expect(hub.lease?.isHeld()).toBe(false)
  await clock.advance(seconds(3))
  expect(hub.lease?.isHeld()).toBe(true)
})

test('a hub whose lease another one has taken ends at its next look', async () => {
  const { clock, store, begin } = hubsAtOneStore()
  const hub = begin('one')
  await clock.advance(0)
  store.state.lease = {
    ...store.state.lease,
    epoch: 7,
    holder: 'other',
    expiresAt: store.state.lease.expiresAt,
  }
  await clock.advance(seconds(3))
  expect(hub.lease).toBeUndefined()
})
