import { expect, test, vi } from 'vitest'
import { monthAt } from '../../shared/budget/call-ledger.ts'
import { days, hours, type Instant, instantOf, minutes, plus, seconds } from '../../shared/time/time.ts'
import { createWorld } from '../../simulator/world.ts'
import { dice } from '../support/dice.ts'
import { createMemoryDisk, type MemoryDisk } from '../support/memory/memory-disk.ts'
import { createMemoryLog } from '../support/memory/memory-log.ts'
import { type Door, hangPanel } from './door.ts'
import { createQueueClock } from './queue-clock.ts'

vi.setConfig({ testTimeout: 60_000 })

const inChina = (time: string): Instant => instantOf(Date.parse(`${time}+08:00`))

/** An office whose panel begins at `start`. */
function anOffice(start: Instant) {
  const clock = createQueueClock(start)
  const world = createWorld({ now: clock.now, random: dice(7) })
  const app = world.addApp()
  const place = { clock, world, app, random: dice(8) }
  const room = world.addRoom()
  const log = createMemoryLog()
  const begin = (callsPerMonth: number, disk: MemoryDisk = createMemoryDisk()) =>
    hangPanel(place, callsPerMonth, { room, disk, log, mode: 'observe' })
  return { clock, world, app, room, log, begin }
}

type Office = ReturnType<typeof anOffice>

/**
 * An organiser books the room elsewhere for half an hour from now on, and a visitor touches the panel.
 * Resolves to what the panel shows then.
 */
async function bookedAndTouched({ clock, world, room }: Office, { panel }: Door): Promise<string> {
  const event = world.book(room, { from: clock.now(), to: plus(clock.now(), minutes(30)) })
  await clock.runUntil(plus(clock.now(), minutes(16)))
  void panel.touch()
  await clock.runUntil(plus(clock.now(), seconds(10)))
  const { kind } = panel.current().occupancy
  world.cancel(event)
  await clock.runUntil(plus(clock.now(), minutes(16)))
  void panel.touch()
  await clock.runUntil(plus(clock.now(), seconds(10)))
  return `${kind}, then ${panel.current().occupancy.kind}`
}

const seen = 'inUse, then free'

test('a first start on the last evening of a month reads by itself, and at twenty touches', async () => {
  const office = anOffice(inChina('2026-11-30T20:00:00'))
  const { clock, app, log } = office
  const door = await office.begin(8000)
  await clock.runUntil(inChina('2026-11-30T20:05:00'))
  expect(door.panel.current().occupancy.kind).toBe('free')
  expect(log.lines.find(({ event }) => event === 'panel.begun')?.facts).toMatchObject({
    interval: minutes(30),
    share: 100,
    spent: 0,
  })
  const before = app.tenant.callsThisMonth
  for (let touch = 0; touch < 20; touch++) {
    void door.panel.touch()
    // oxlint-disable-next-line no-await-in-loop -- one touch after the other
    await clock.runUntil(plus(clock.now(), seconds(20)))
  }
  expect(app.tenant.callsThisMonth - before).toBeGreaterThanOrEqual(20)
  expect(await bookedAndTouched(office, door)).toBe(seen)
  door.panel.stop()
})

test.each([
  ['2026-11-30T23:20:00', 8000],
  ['2026-11-30T23:25:00', 500],
  ['2026-11-29T21:00:00', 2000],
  ['2026-11-30T13:00:00', 500],
  ['2028-02-29T16:30:00', 2000],
  ['2026-12-31T10:00:00', 45_000],
])('a panel that begins at %s with %i calls a month sees the room', async (start, callsPerMonth) => {
  const office = anOffice(inChina(start))
  const door = await office.begin(callsPerMonth)
  await office.clock.runUntil(plus(office.clock.now(), minutes(1)))
  expect(door.panel.current().occupancy.kind).toBe('free')
  expect(await bookedAndTouched(office, door)).toBe(seen)
  const { calls } = door.counter.shareOf(callsPerMonth)
  expect(office.app.tenant.callsThisMonth).toBeLessThanOrEqual(calls)
  door.panel.stop()
})

test.each([
  ['keeps its count', 45_000],
  ['keeps its count', 500],
  ['loses its count', 8000],
  ['finds its count spoilt', 2000],
])(
  'a panel that %s and is restarted every quarter of the last evening sees the room: %i calls',
  async (how, all) => {
    const office = anOffice(inChina('2026-11-30T18:00:00'))
    const disk = createMemoryDisk()
    for (let start = 0; start < 8; start++) {
      // oxlint-disable-next-line no-await-in-loop -- one life after the other
      const door = await office.begin(all, how === 'loses its count' ? createMemoryDisk() : disk)
      // oxlint-disable-next-line no-await-in-loop -- the same
      expect(await bookedAndTouched(office, door)).toBe(seen)
      door.panel.stop()
      // oxlint-disable-next-line no-await-in-loop -- the same
      if (how === 'finds its count spoilt') await disk.write('/calls/calls.json', '{"version":1')
    }
  },
)

/** A count with so many calls since the month began. */
const counted = (calls: number, at: Instant): MemoryDisk => {
  const month = monthAt(at).start
  return createMemoryDisk({
    '/calls/calls.json': JSON.stringify({ version: 1, month, countedSince: month, calls }),
  })
}

test.each([
  ['has spent its month by the tenth', '2026-11-10T10:00:00', 8000, 8000],
  ['was given fewer calls than it has spent', '2026-11-16T10:00:00', 19_000, 2000],
  ['has spent its month twice, in the night', '2026-11-20T22:00:00', 16_000, 8000],
  ['has one call left', '2026-11-03T15:00:00', 499, 500],
])('a panel that %s is not blind for a quota that the company has', async (_name, start, spent, all) => {
  const office = anOffice(inChina(start))
  const { clock, app, log, begin } = office
  const door = await begin(all, counted(spent, inChina(start)))
  await clock.runUntil(plus(clock.now(), minutes(1)))
  expect(door.panel.current().occupancy.kind).toBe('free')
  await clock.runUntil(plus(clock.now(), minutes(32)))
  expect(door.panel.current().occupancy).toMatchObject({ kind: 'unknown', reason: 'shareSpent' })
  expect(await bookedAndTouched(office, door)).toBe(seen)
  expect(log.events()).toContain('calls.share-spent')
  const begun = clock.now()
  const before = app.tenant.callsThisMonth
  await clock.runUntil(plus(begun, days(2)))
  expect(app.tenant.callsThisMonth - before).toBeGreaterThan(0)
  expect(app.tenant.callsThisMonth - before).toBeLessThanOrEqual((2 * hours(24)) / hours(1))
  door.panel.stop()
})

test('a panel that has spent its month reads as it should from the first of the next one on', async () => {
  const start = inChina('2026-11-30T23:30:00')
  const { clock, begin } = anOffice(start)
  const door = await begin(8000, counted(8000, start))
  await clock.runUntil(inChina('2026-12-01T00:40:00'))
  expect(door.panel.current().occupancy.kind).toBe('free')
  expect(door.counter.shareOf(8000)).toMatchObject({ calls: 8000 })
  door.panel.stop()
})
