import { expect, test } from 'vitest'
import { openCallCounter } from '../../../../main/adapters/disk/call-counter-file.ts'
import { days, instantOf, seconds } from '../../../../shared/time/time.ts'
import { createMemoryDisk, type MemoryDisk } from '../../../support/memory/memory-disk.ts'
import { createMemoryLog } from '../../../support/memory/memory-log.ts'
import { createVirtualClock, mondayAfternoon } from '../../../support/virtual-clock.ts'

/** 2026-10-12, 14:00 in China: more than half of the month is still to come. */
const rest = Math.round(8000 * (1 - (11 + 14 / 24) / 31))

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
  const share = () => {
    const counted = counter.shareOf(8000)
    return { ...counted, calls: Math.round(counted.calls) }
  }
  return { clock, log, counter, count, disk, share, spent: () => share().spent }
}

test('begins in the middle of the month with the fair share of the rest, and counts from there', async () => {
  const { count, share, clock } = await opened()
  const since = clock.now()
  expect(share()).toEqual({ calls: rest, spent: 0, since })
  await count(7)
  expect(share()).toEqual({ calls: rest, spent: 7, since })
})

test('a panel that is killed has made no call that the disk does not have, and claims at most ten more', async () => {
  const { count, disk, counter } = await opened()
  for (let calls = 1; calls <= 40; calls++) {
    // oxlint-disable-next-line no-await-in-loop -- one call after the other
    await count(1)
    // oxlint-disable-next-line no-await-in-loop -- the same
    const { spent } = await opened(disk)
    expect(spent() - counter.shareOf(8000).spent).toBeGreaterThanOrEqual(0)
    expect(spent() - counter.shareOf(8000).spent).toBeLessThanOrEqual(10)
  }
  expect(disk.writes).toBeLessThanOrEqual(8)
})

test('the next month begins with no spent calls', async () => {
  const { clock, count, spent } = await opened()
  await count(3)
  await clock.advance(days(20))
  expect(spent()).toBe(0)
  await count(2)
  expect(spent()).toBe(2)
})

test.each([
  '',
  '{',
  'null',
  '{"version":1}',
  '{"version":1,"month":0,"countedSince":0,"calls":-1}',
  '{"version":1,"month":1790784000000,"countedSince":1790784000000,"calls":1e300}',
  '{"version":1,"month":1e300,"countedSince":1e300,"calls":7}',
])('takes only the rest of the month when the file says %j, and says so', async (text) => {
  const { share, log, count } = await opened(createMemoryDisk({ '/calls/calls.json': text }))
  expect(share()).toMatchObject({ calls: rest, spent: 0 })
  expect(log.events()).toEqual(['calls.unreadable'])
  await count(1)
  expect(share()).toMatchObject({ calls: rest, spent: 1 })
})

test('the count continues in memory while the disk refuses it', async () => {
  const { disk, count, spent, log } = await opened()
  disk.isFull = true
  await count(2)
  expect(spent()).toBe(2)
  expect(log.events()).toContain('calls.not-written')
})

test('gives the disk at the next call what it did not take before', async () => {
  const { disk, count, counter } = await opened()
  disk.isFull = true
  await count(3)
  disk.isFull = false
  await count(1)
  const { spent } = await opened(disk)
  expect(spent()).toBeGreaterThanOrEqual(counter.shareOf(8000).spent)
})

test('2,000 calls whose answers had no date are 2,000 calls, in memory and on the disk', async () => {
  const { clock, count, spent, disk } = await opened()
  clock.unsureBy = Infinity
  await count(2000)
  expect(spent()).toBe(2000)
  const next = await opened(disk)
  expect(next.spent()).toBeGreaterThanOrEqual(spent())
  expect(next.spent()).toBeLessThanOrEqual(spent() + 10)
})

test.each([
  ['1970', instantOf(0)],
  ['the next year', instantOf(Date.parse('2027-08-01T00:00:00Z'))],
])(
  'a tablet that stands in %s until the server is heard loses none of the month’s calls',
  async (_, wrong) => {
    const { count, disk } = await opened()
    await count(300)
    const clock = createVirtualClock(wrong)
    clock.unsureBy = Infinity
    const start = () => openCallCounter({ folder: '/calls', clock, log: createMemoryLog(), disk })
    const first = await start()
    for (let call = 0; call < 50; call++) first.count()
    await clock.advance(seconds(1))
    const counter = await start()
    counter.count()
    clock.leap(mondayAfternoon - clock.now())
    clock.unsureBy = 0
    counter.count()
    expect(counter.shareOf(8000).spent).toBeGreaterThanOrEqual(352)
    expect(counter.shareOf(8000).spent).toBeLessThanOrEqual(372)
  },
)
