import { expect, test } from 'vitest'
import type { Booking } from '../../shared/domain/booking.ts'
import { days, hours, minutes, seconds } from '../../shared/domain/time.ts'
import {
  anItem,
  createScene,
  gatewayPage,
  type Item,
  type Scene,
  threeDays,
  windowOf,
} from './scripted-feishu.ts'

/** The `original_time` that each reply sent. */
const sentBy = ({ feishu }: Scene): readonly number[] =>
  feishu.callsTo('reply').map(({ body }) => Number(/"original_time":(\d+)[,}]/.exec(body ?? '')?.[1]))

const farCalls = ({ feishu }: Scene) =>
  feishu.callsTo('freebusy').filter(({ url }) => windowOf(url).start !== threeDays.start)

async function read({ outcomeOf, calendar }: Scene): Promise<readonly Booking[]> {
  const schedule = await outcomeOf(calendar.readSchedule(threeDays))
  return schedule.ok ? schedule.value : expect.fail(schedule.error.code)
}

/** Reads the schedule and ends the meeting of `uid` in it. */
async function end(scene: Scene, uid = 'meeting') {
  const booking = (await read(scene)).find(({ meeting }) => meeting === uid) ?? expect.fail('not listed')
  return scene.outcomeOf(scene.calendar.reply(booking, 'end'))
}

function sceneOf(...items: readonly Item[]): Scene {
  const scene = createScene()
  scene.feishu.items = items
  return scene
}

const today = anItem('meeting', '2026-10-12T05:30')
const startOfToday = Date.UTC(2026, 9, 12, 5, 30) / 1000

test.each([
  ['that takes place once', [], 0],
  ['beside another single one', [anItem('other', '2026-10-12T09:00')], 0],
  ['of every day', [anItem('meeting', '2026-10-13T05:30')], startOfToday],
  ['of every week', [anItem('meeting', '2026-10-19T05:30')], startOfToday],
  ['of every month', [anItem('meeting', '2026-11-12T05:30')], startOfToday],
  ['of every second Monday of a month', [anItem('meeting', '2026-11-16T05:30')], startOfToday],
  [
    'that was there last month for the last time but this',
    [anItem('meeting', '2026-09-14T05:30')],
    startOfToday,
  ],
  ['with a moved instance next week', [anItem('meeting', '2026-10-20T09:00', 60, 1792387800)], startOfToday],
])('a meeting %s', async (_, others, sent) => {
  const scene = sceneOf(today, ...others)
  expect(await end(scene)).toEqual({ kind: 'accepted' })
  expect(sentBy(scene)).toEqual([sent])
})

test('the far reading joins up, and never asks for more than 30 days at once', async () => {
  const scene = sceneOf(today)
  await end(scene)
  const windows = farCalls(scene).map(({ url }) => windowOf(url))
  expect(windows.map(({ start, end }) => end - start)).toEqual([days(30), days(30), days(7)])
  expect(windows.slice(1).map(({ start }) => start)).toEqual(windows.slice(0, 2).map(({ end }) => end))
  expect((windows[0]?.end ?? 0) - scene.clock.now()).toBe(seconds(30))
})

test('two instances in one ordinary reading are enough: nothing more is read', async () => {
  const scene = sceneOf(today, anItem('meeting', '2026-10-13T05:30'))
  await end(scene)
  expect(sentBy(scene)).toEqual([startOfToday])
  expect(farCalls(scene)).toHaveLength(0)
})

test('a single meeting that was moved between two readings is no series', async () => {
  const scene = sceneOf(anItem('meeting', '2026-10-12T08:00'))
  await scene.outcomeOf(scene.calendar.prepareReplies(await read(scene)))
  scene.feishu.items = [today]
  expect(await end(scene)).toEqual({ kind: 'accepted' })
  expect(sentBy(scene)).toEqual([0])
  expect(farCalls(scene)).toHaveLength(6)
})

test('a booking that is cut at the window counts for one start, not two', async () => {
  // Runs over the middle of the far reading, and is listed there as if it began with the window.
  const scene = sceneOf(today)
  const cut = { ...today, start_time: '2026-10-12T06:00:30Z' }
  scene.feishu.next('freebusy', { json: listing(today) }, { json: listing(today) }, { json: listing(cut) })
  expect(await end(scene)).toEqual({ kind: 'accepted' })
  expect(sentBy(scene)).toEqual([0])
})

const listing = (item: Item) => ({
  code: 0,
  data: { free_busy: { omm_0a1b2c3d4e5f60718293a4b5c6d7e8f9: [item] } },
})

test('what was prepared is at hand when somebody taps', async () => {
  const scene = sceneOf(today)
  await scene.outcomeOf(scene.calendar.prepareReplies(await read(scene)))
  expect(farCalls(scene)).toHaveLength(3)
  await end(scene)
  expect(farCalls(scene)).toHaveLength(3)
})

test.each([
  ['is over', anItem('meeting', '2026-10-12T04:00')],
  ['was moved', anItem('meeting', '2026-10-12T05:30', 60, 1791788400)],
])('a meeting that %s needs no preparation', async (_, item) => {
  const scene = sceneOf(item)
  await scene.outcomeOf(scene.calendar.prepareReplies(await read(scene)))
  expect(farCalls(scene)).toHaveLength(0)
})

test('preparing again and again reads far once a day, before the day is over', async () => {
  const scene = sceneOf(anItem('meeting', '2026-10-12T05:30', 3 * 24 * 60))
  for (let hour = 0; hour < 48; hour++) {
    await scene.outcomeOf(scene.calendar.prepareReplies(await read(scene)))
    await scene.clock.advance(hours(1))
  }
  expect(farCalls(scene).map(({ at }) => at / hours(1))).toEqual([0, 0, 0, 21, 21, 21, 42, 42, 42])
})

test('a new meeting is learnt at the next preparation, yet far readings are 10 minutes apart', async () => {
  const scene = sceneOf(today)
  const prepare = async () => scene.outcomeOf(scene.calendar.prepareReplies(await read(scene)))
  await prepare()
  scene.feishu.items = [today, anItem('new', '2026-10-12T08:00')]
  await prepare()
  expect(farCalls(scene)).toHaveLength(3)
  await scene.clock.advance(minutes(10))
  await prepare()
  expect(farCalls(scene)).toHaveLength(6)
  await end(scene, 'new')
  expect(farCalls(scene)).toHaveLength(6)
})

test('a tap on a meeting that was booked since reads at once', async () => {
  const scene = sceneOf(today)
  await scene.outcomeOf(scene.calendar.prepareReplies(await read(scene)))
  scene.feishu.items = [anItem('new', '2026-10-12T06:00'), anItem('new', '2026-10-26T06:00')]
  expect(await end(scene, 'new')).toEqual({ kind: 'accepted' })
  expect(sentBy(scene)).toEqual([Date.UTC(2026, 9, 12, 6) / 1000])
  expect(farCalls(scene)).toHaveLength(6)
})

test('what was read a day ago no longer counts', async () => {
  const scene = sceneOf(anItem('meeting', '2026-10-12T05:30', 3 * 24 * 60))
  await end(scene)
  await scene.clock.advance(hours(25))
  await end(scene)
  expect(farCalls(scene)).toHaveLength(6)
})

test('nor does it when the clock leapt back behind it', async () => {
  const scene = sceneOf(today)
  await end(scene)
  scene.clock.leap(-minutes(20))
  await end(scene)
  expect(farCalls(scene)).toHaveLength(6)
})

test('preparations and taps at the same time share one far reading', async () => {
  const scene = sceneOf(today)
  const bookings = await read(scene)
  const prepared = [scene.calendar.prepareReplies(bookings), scene.calendar.prepareReplies(bookings)]
  await scene.outcomeOf(Promise.all([...prepared, end(scene)]))
  expect(farCalls(scene)).toHaveLength(3)
})

test('a tap during a far reading that began before the meeting was booked reads once more', async () => {
  const scene = sceneOf(today)
  const [old] = await read(scene)
  const prepared = scene.calendar.prepareReplies(old ? [old] : [])
  scene.feishu.items = [today, anItem('new', '2026-10-12T05:45')]
  const reply = end(scene, 'new')
  await scene.outcomeOf(prepared)
  expect(await scene.outcomeOf(reply)).toEqual({ kind: 'accepted' })
  expect(sentBy(scene)).toEqual([0])
})

test('nothing is sent when the far reading fails', async () => {
  const scene = sceneOf(today)
  await read(scene)
  scene.feishu.next('freebusy', { json: listing(today) })
  scene.feishu.always('freebusy', gatewayPage)
  expect(await end(scene)).toMatchObject({ kind: 'seriesUnknown', problem: { code: 'unreachable' } })
  expect(sentBy(scene)).toEqual([])
})

test('nothing is sent when the far reading does not have the meeting', async () => {
  const scene = sceneOf()
  scene.feishu.next('freebusy', { json: listing(today) })
  expect(await end(scene)).toMatchObject({ kind: 'seriesUnknown', problem: { code: 'unexpected' } })
  expect(sentBy(scene)).toEqual([])
})

test('a failed preparation is no failure of the panel', async () => {
  const scene = sceneOf(today)
  const bookings = await read(scene)
  scene.feishu.always('freebusy', 'hang')
  await expect(scene.outcomeOf(scene.calendar.prepareReplies(bookings))).resolves.toBeUndefined()
})
