import { expect, test } from 'vitest'
import { openCallCounter } from '../../main/adapters/call-counter-file.ts'
import { days, seconds } from '../../shared/domain/time.ts'
import { createMemoryDisk, type MemoryDisk } from '../support/memory-disk.ts'
import { createMemoryLog } from '../support/memory-log.ts'
import { createVirtualClock } from '../support/virtual-clock.ts'

/** 2026-10-12, 14:00 in China: less than half of the month is over. */
const fairShare = (8000 * (11 + 14 / 24)) / 31

async function opened(disk: MemoryDisk = createMemoryDisk()) {
  const clock = createVirtualClock()
  const log = createMemoryLog()
  const counter = await openCallCounter({ folder: '/calls', clock, log, disk })
  const count = async (calls: number) => {
    for (let call = 0; call < calls; call++) {
      counter.count()
      // oxlint-disable-next-line no-await-in-loop -- one call after the other
      await clock.advance(seconds(1))
    }
  }
  return { clock, log, counter, count, disk, spent: () => counter.spentOf(8000) }
}

test('begins in the middle of the month with its fair share spent, and counts from there', async () => {
  const { count, spent } = await opened()
  expect(spent()).toBeCloseTo(fairShare, 6)
  await count(7)
  expect(spent()).toBeCloseTo(fairShare + 7, 6)
})

test('a panel that is killed has made no call that the disk does not have, and claims at most ten more', async () => {
  const { count, disk, counter } = await opened()
  for (let calls = 1; calls <= 40; calls++) {
    // oxlint-disable-next-line no-await-in-loop -- one call after the other
    await count(1)
    // oxlint-disable-next-line no-await-in-loop -- the same
    const { spent } = await opened(disk)
    expect(spent() - counter.spentOf(8000)).toBeGreaterThanOrEqual(0)
    expect(spent() - counter.spentOf(8000)).toBeLessThanOrEqual(10)
  }
  expect(disk.writes).toBeLessThanOrEqual(8)
})

test('begins the next month with nothing spent', async () => {
  const { clock, count, spent } = await opened()
  await count(3)
  await clock.advance(days(20))
  expect(spent()).toBe(0)
  await count(2)
  expect(spent()).toBe(2)
})

test.each(['', '{', 'null', '{"version":1}', '{"version":1,"month":0,"countedSince":0,"calls":-1}'])(
  'takes the fair share for spent when the file says %j, and says so',
  async (text) => {
    const { spent, log, count } = await opened(createMemoryDisk({ '/calls/calls.json': text }))
    expect(spent()).toBeCloseTo(fairShare, 6)
    expect(log.events()).toEqual(['calls.unreadable'])
    await count(1)
    expect(spent()).toBeCloseTo(fairShare + 1, 6)
  },
)

test('goes on counting in memory while the disk takes nothing', async () => {
  const { disk, count, spent, log } = await opened()
  disk.isFull = true
  await count(2)
  expect(spent()).toBeCloseTo(fairShare + 2, 6)
  expect(log.events()).toContain('calls.not-written')
})

test('gives the disk at the next call what it did not take before', async () => {
  const { disk, count, counter } = await opened()
  disk.isFull = true
  await count(3)
  disk.isFull = false
  await count(1)
  const { spent } = await opened(disk)
  expect(spent()).toBeGreaterThanOrEqual(counter.spentOf(8000))
})

test('counts nothing before the server said what month it is', async () => {
  const { clock, counter, spent } = await opened()
  clock.unsureBy = Infinity
  counter.count()
  expect(spent()).toBeCloseTo(fairShare, 6)
})
