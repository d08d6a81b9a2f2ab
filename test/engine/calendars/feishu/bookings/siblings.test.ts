import { expect, test } from 'vitest'
import { type Booking, bookingIdOf } from '../../../../../shared/booking/booking.ts'
import { days } from '../../../../../shared/time/time.ts'
import {
  anItem,
  createScene,
  gatewayPage,
  type Item,
  type Scene,
  threeDays,
  windowOf,
} from '../scripted-feishu.ts'
import { replied } from '../../../../support/replied.ts'

const today = anItem('m', '2026-10-12T05:30')

/** A scene in which the schedule was read. */
async function sceneWith(...items: readonly Item[]): Promise<Scene & { readonly booking: Booking }> {
  const scene = createScene()
  scene.feishu.items = items
  const schedule = await scene.outcomeOf(scene.calendar.readSchedule(threeDays))
  const booking =
    (schedule.ok ? schedule.value : []).find(({ meeting }) => meeting === 'm') ?? expect.fail('not read')
  return { ...scene, booking }
}

const daysOf = (bookings: readonly Booking[]) =>
  bookings.map(({ start }) => new Date(start).toISOString().slice(0, 10))

async function siblingsIn({ calendar, outcomeOf, booking }: Awaited<ReturnType<typeof sceneWith>>) {
  const siblings = await outcomeOf(calendar.readSiblings(booking))
  return siblings.ok ? daysOf(siblings.value) : siblings.error.code
}

test('a single meeting has none', async () => {
  const scene = await sceneWith(today, anItem('other', '2026-10-19T05:30'))
  expect(await siblingsIn(scene)).toEqual([])
})

test('a series has those still to come, over all windows; not itself, nor others', async () => {
  const scene = await sceneWith(
    anItem('m', '2026-10-05T05:30'),
    // Both run now.
    anItem('m', '2026-10-12T04:45', 90),
    today,
    anItem('m', '2026-10-19T05:30'),
    anItem('other', '2026-10-19T09:00'),
    anItem('m', '2026-11-16T05:30'),
    anItem('m', '2026-12-12T05:30'),
    // The same day of the next two quarters, and the same Monday of their months.
    anItem('m', '2027-01-12T05:30'),
    anItem('m', '2027-01-04T05:30'),
    anItem('m', '2027-04-12T05:30'),
    anItem('m', '2027-04-19T05:30'),
    anItem('m', '2027-08-01T05:30'),
  )
  const days = ['2026-10-19', '2026-11-16', '2027-01-12', '2027-01-04', '2027-04-12', '2027-04-19']
  expect(await siblingsIn(scene)).toEqual(expect.arrayContaining(days))
  expect(await siblingsIn(scene)).toHaveLength(days.length)
})

test('is read anew each time, in four windows of 30 days at most', async () => {
  const scene = await sceneWith(today, anItem('m', '2026-10-19T05:30'), anItem('m', '2026-10-26T05:30'))
  const before = scene.feishu.callsTo('freebusy').length
  expect(await siblingsIn(scene)).toHaveLength(2)
  scene.feishu.items = [today, anItem('m', '2026-10-26T05:30')]
  expect(await siblingsIn(scene)).toEqual(['2026-10-26'])
  const windows = scene.feishu
    .callsTo('freebusy')
    .slice(before)
    .map(({ url }) => windowOf(url))
  const once = [30, 30, 18, 18].map((count) => days(count))
  expect(windows.map(({ start, end }) => end - start)).toEqual([...once, ...once])
})

test('those that are known are looked for where they begin, and nowhere else', async () => {
  const items = [today, anItem('m', '2026-10-19T05:30'), anItem('m', '2027-01-11T05:30')]
  const scene = await sceneWith(...items)
  const all = await scene.outcomeOf(scene.calendar.readSiblings(scene.booking))
  const known = all.ok ? all.value.filter(({ start }) => start > Date.UTC(2027, 0)) : []
  const before = scene.feishu.callsTo('freebusy').length
  const again = await scene.outcomeOf(scene.calendar.readSiblings(scene.booking, known))
  expect(again).toEqual({ ok: true, value: known })
  expect(scene.feishu.callsTo('freebusy')).toHaveLength(before + 1)
})

test('knows them still when the one that was replied to is gone', async () => {
  const scene = await sceneWith(today, anItem('m', '2026-10-19T05:30'))
  scene.feishu.items = [anItem('m', '2026-10-19T05:30')]
  expect(await siblingsIn(scene)).toEqual(['2026-10-19'])
})

test('a moved one of them is one of them, by its own name', async () => {
  const scene = await sceneWith(today, anItem('m', '2026-10-20T09:00', 60, 1792387800))
  const siblings = await scene.outcomeOf(scene.calendar.readSiblings(scene.booking))
  expect(siblings).toMatchObject({ ok: true, value: [{ meeting: 'm' }] })
})

test('a failure of any window is a failure', async () => {
  const scene = await sceneWith(today, anItem('m', '2026-10-19T05:30'))
  scene.feishu.always('freebusy', gatewayPage)
  expect(await siblingsIn(scene)).toBe('unreachable')
  const half = await sceneWith(today, anItem('m', '2026-10-19T05:30'))
  half.feishu.next('freebusy', nothing, nothing, nothing)
  half.feishu.always('freebusy', gatewayPage)
  expect(await siblingsIn(half)).toBe('unreachable')
})

const nothing = { json: { code: 0, data: { free_busy: {} } } }
const moved = { json: { code: 105003, msg: '' } }
const sentIn = ({ feishu }: Scene): readonly number[] =>
  feishu.callsTo('reply').map(({ body }) => Number(/"original_time":(\d+)[,}]/.exec(body ?? '')?.[1]))
const start = Date.UTC(2026, 9, 12, 5, 30) / 1000

test.each<[string, readonly unknown[], readonly number[]]>([
  ['it stands alone', [], [start, 0]],
  ['another meeting has no name', [{ ...anItem('m', '2026-10-20T05:30'), uid: 7 }], [start]],
  ['something is listed at no time', [{ uid: 'm' }], [start]],
  ['an exception of it runs as well', [anItem('m', '2026-10-12T05:45', 60, 1791783000)], [start]],
  ['an exception of it begins at the same time', [anItem('m', '2026-10-12T05:30', 30, 1791783000)], [start]],
])('where its start names nothing and %s, this is sent', async (_, others, sent) => {
  const scene = await sceneWith(today)
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what no type allows is what is tried
  scene.feishu.items = [today, ...(others as readonly Item[])]
  scene.feishu.next('reply', moved)
  const reply = await scene.outcomeOf(replied(scene.calendar, scene.booking, 'end'))
  expect(sentIn(scene)).toEqual(sent)
  expect(reply.kind).toBe(sent.length === 2 ? 'accepted' : 'seriesUnknown')
})

test('a booking that is cut at the window is itself, and none of its siblings', async () => {
  const scene = await sceneWith(today)
  const cut = { ...today, start_time: '2026-10-12T05:59:30Z' }
  scene.feishu.items = [cut]
  scene.feishu.next('reply', moved)
  expect(await scene.outcomeOf(replied(scene.calendar, scene.booking, 'end'))).toEqual({ kind: 'accepted' })
  expect(sentIn(scene)).toEqual([start, 0])
})

test.each([
  ['within 10 s serves', 9, 4],
  ['older than 10 s does not', 11, 8],
])('a look far ahead %s', async (_, age, calls) => {
  const scene = await sceneWith(today)
  const before = scene.feishu.callsTo('freebusy').length
  await scene.outcomeOf(scene.calendar.readSiblings(scene.booking))
  await scene.clock.advance(age * 1000)
  scene.feishu.next('reply', moved)
  await scene.outcomeOf(replied(scene.calendar, scene.booking, 'end'))
  expect(sentIn(scene)).toEqual([start, 0])
  expect(scene.feishu.callsTo('freebusy').length - before).toBe(calls)
})

test('a look from before a sleep, or for another booking, does not serve', async () => {
  const scene = await sceneWith(today)
  await scene.outcomeOf(scene.calendar.readSiblings({ ...scene.booking, id: bookingIdOf('other/0/1') }))
  const before = scene.feishu.callsTo('freebusy').length
  scene.feishu.next('reply', moved)
  await scene.outcomeOf(replied(scene.calendar, scene.booking, 'end'))
  expect(scene.feishu.callsTo('freebusy').length - before).toBe(4)
  scene.clock.sleptAt = scene.clock.elapsed() + 1
  await scene.clock.advance(1)
  scene.feishu.next('reply', moved)
  await scene.outcomeOf(replied(scene.calendar, scene.booking, 'end'))
  expect(scene.feishu.callsTo('freebusy').length - before).toBe(8)
})
