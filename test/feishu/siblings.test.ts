import { expect, test } from 'vitest'
import type { Booking } from '../../shared/domain/booking.ts'
import { days } from '../../shared/domain/time.ts'
import {
  anItem,
  createScene,
  gatewayPage,
  type Item,
  type Scene,
  threeDays,
  windowOf,
} from './scripted-feishu.ts'

const today = anItem('m', '2026-10-12T05:30')

/** A scene in which it is known what kind of meeting the first booking belongs to. */
async function sceneWith(...items: readonly Item[]): Promise<Scene & { readonly booking: Booking }> {
  const scene = createScene()
  scene.feishu.items = items
  const schedule = await scene.outcomeOf(scene.calendar.readSchedule(threeDays))
  const booking =
    (schedule.ok ? schedule.value : []).find(({ meeting }) => meeting === 'm') ?? expect.fail('not read')
  await scene.outcomeOf(scene.calendar.prepareReplies([booking]))
  return { ...scene, booking }
}

const daysOf = (bookings: readonly Booking[]) =>
  bookings.map(({ start }) => new Date(start).toISOString().slice(0, 10))

async function siblingsIn({ calendar, outcomeOf, booking }: Awaited<ReturnType<typeof sceneWith>>) {
  const siblings = await outcomeOf(calendar.readSiblings(booking))
  return siblings.ok ? daysOf(siblings.value) : siblings.error.code
}

test('a single meeting has none, and that costs no call', async () => {
  const scene = await sceneWith(today, anItem('other', '2026-10-19T05:30'))
  const before = scene.feishu.calls.length
  expect(await siblingsIn(scene)).toEqual([])
  expect(scene.feishu.calls).toHaveLength(before)
})

test('a series has those still to come, over both windows; not itself, nor others', async () => {
  const scene = await sceneWith(
    anItem('m', '2026-10-05T05:30'),
    // Both run now.
    anItem('m', '2026-10-12T04:45', 90),
    today,
    anItem('m', '2026-10-19T05:30'),
    anItem('other', '2026-10-19T09:00'),
    anItem('m', '2026-11-16T05:30'),
    anItem('m', '2026-11-23T05:30'),
  )
  expect(await siblingsIn(scene)).toEqual(['2026-10-19', '2026-11-16'])
})

test('is read anew each time, in the two windows ahead', async () => {
  const scene = await sceneWith(today, anItem('m', '2026-10-19T05:30'), anItem('m', '2026-10-26T05:30'))
  const before = scene.feishu.callsTo('freebusy').length
  expect(await siblingsIn(scene)).toHaveLength(2)
  scene.feishu.items = [today, anItem('m', '2026-10-26T05:30')]
  expect(await siblingsIn(scene)).toEqual(['2026-10-26'])
  const windows = scene.feishu
    .callsTo('freebusy')
    .slice(before)
    .map(({ url }) => windowOf(url))
  expect(windows.map(({ start, end }) => end - start)).toEqual([days(30), days(7), days(30), days(7)])
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

test('a failure of either window, or of finding out whether it is a series, is a failure', async () => {
  const scene = await sceneWith(today, anItem('m', '2026-10-19T05:30'))
  scene.feishu.always('freebusy', gatewayPage)
  expect(await siblingsIn(scene)).toBe('unreachable')
  const half = await sceneWith(today, anItem('m', '2026-10-19T05:30'))
  half.feishu.next('freebusy', { json: { code: 0, data: { free_busy: {} } } })
  half.feishu.always('freebusy', gatewayPage)
  expect(await siblingsIn(half)).toBe('unreachable')
  const unknown = await sceneWith(today)
  unknown.feishu.always('freebusy', gatewayPage)
  expect(await siblingsIn({ ...unknown, booking: { ...unknown.booking, meeting: 'new' } })).toBe(
    'unreachable',
  )
})
