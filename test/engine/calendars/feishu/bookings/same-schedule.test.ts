import * as v from 'valibot'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createFeishuCalendar } from '../../../../../engine/calendars/feishu/feishu-calendar.ts'
import { createDoorPanel } from '../../../../../engine/door-panel/door-panel.ts'
import { createHttp } from '../../../../../main/adapters/network/fetch-http.ts'
import { type Booking, isPrivate } from '../../../../../shared/booking/booking.ts'
import { ok } from '../../../../../shared/result.ts'
import type { Snapshot } from '../../../../../shared/snapshot/snapshot.ts'
import { dayOf } from '../../../../../shared/time/calendar-day.ts'
import {
  days,
  hours,
  type Instant,
  instantOf,
  type Interval,
  overlaps,
  plus,
} from '../../../../../shared/time/time.ts'
import type { Booking as SimulatedBooking } from '../../../../../simulator/calendar/calendar-verbs.ts'
import { type ServedWorld, serveWorld } from '../../../../../simulator/server.ts'
import { createWorld } from '../../../../../simulator/world.ts'
import { dice } from '../../../../simulator/a-world.ts'
import { freebusyOf, officialClient, titlesOf } from '../../../../simulator/official-client.ts'
import { aConfiguration } from '../../../../support/a-door.ts'
import { unchangedConfiguration } from '../../../../support/configuration-on-paper.ts'
import { createMemoryAdmin } from '../../../../support/memory/memory-admin.ts'
import { createMemoryJournal } from '../../../../support/memory/memory-journal.ts'
import { createMemoryLog } from '../../../../support/memory/memory-log.ts'
import { createVirtualClock } from '../../../../support/virtual-clock.ts'

/**
 * Feishu's own Node SDK and the panel ask the same server for the same week, in which the clocks go back: on Sunday 25 October
 * 2026 it is 03:00 and then 02:00 again in Berlin. What the SDK is told must be what the panel shows, day by day.
 */
const timeZone = 'Europe/Berlin'

/** A time of day in that week: Monday is 0, and Sunday, 6, is the first day of winter. */
const at = (day: number, time: string): Instant =>
  instantOf(Date.parse(`2026-10-${19 + day}T${time}:00${day < 6 ? '+02:00' : '+01:00'}`))

const week = [0, 1, 2, 3, 4, 5, 6]

let now = at(0, '12:00')
const world = createWorld({ now: () => now, random: dice(1) })
const app = world.addApp()
const room = world.addRoom()
let served: ServedWorld

beforeAll(async () => {
  served = await serveWorld(world, { after: () => () => undefined })
})
afterAll(() => served.close())

const book = (title: string, from: Instant, to: Instant, more: Partial<SimulatedBooking> = {}) =>
  world.book(room, { ...more, title, from, to })

book('Single', at(0, '09:00'), at(0, '09:30'), { organizer: 'Chen Wei' })
book('Back to back', at(0, '09:30'), at(0, '10:00'), { organizer: 'Sato Yui' })
book('Salary talk', at(0, '11:00'), at(0, '12:00'), { private: true })
book('Long', at(1, '08:00'), at(1, '19:30'))
book('Overlapping', at(1, '10:00'), at(1, '11:00'))
book('', at(1, '14:00'), at(1, '15:00'), { organizer: 'Nobody’s title' })
book('Booked at the door', at(2, '15:00'), at(2, '16:00'), { madeByApp: true })
book('All day', at(2, '00:00'), at(3, '00:00'))
book('Across midnight', at(3, '22:00'), at(4, '02:00'))
book('Across the change', at(5, '23:00'), at(6, '05:00'))
book('Between two and three, again', at(6, '02:30'), at(6, '02:45'), { organizer: 'Tanaka Mei' })
const threeWeeksAgo = (time: string) => plus(at(0, time), -days(21))
const standUp = book('Stand-up', threeWeeksAgo('09:15'), threeWeeksAgo('09:30'), {
  repeats: { every: 'day' },
})
world.cancelInstance(standUp, at(3, '09:15'))
world.moveInstance(standUp, at(4, '09:15'), { from: at(4, '16:00'), to: at(4, '16:15') })

const Listed = v.object({
  start_time: v.string(),
  end_time: v.string(),
  uid: v.string(),
  original_time: v.number(),
  organizer_info: v.optional(v.object({ name: v.optional(v.string()), open_id: v.string() })),
})
const Busy = v.object({ data: v.object({ free_busy: v.record(v.string(), v.array(Listed)) }) })
const Pair = { uid: v.string(), original_time: v.number() }
const Titles = v.object({
  data: v.object({ EventInfos: v.array(v.object({ ...Pair, summary: v.string() })) }),
})

/** A booking in words of neither side. */
interface Told extends Interval {
  readonly id: string
  readonly by: string | undefined
  readonly title: string | undefined
}

const inOrder = (bookings: readonly Told[]): readonly Told[] =>
  bookings.toSorted((one, other) => one.start - other.start || one.id.localeCompare(other.id))

/**
 * The SDK's answers about the week and the days around it. The title of a private booking must not be shown.
 */
async function toldToSdk(): Promise<readonly Told[]> {
  const client = officialClient(served.origin, app.id, app.secret)
  const window = { time_min: '2026-10-18T00:00:00+02:00', time_max: '2026-10-28T00:00:00+01:00' }
  const busy = v.parse(Busy, await client.request(freebusyOf([room.id], window)))
  const listed = busy.data.free_busy[room.id] ?? []
  const pairs = listed.map(({ uid, original_time }) => ({ uid, original_time }))
  const titles = v.parse(Titles, await client.request(titlesOf(pairs))).data.EventInfos
  return listed.map(({ uid, original_time, start_time, end_time, organizer_info }) => {
    const info = titles.find((one) => one.uid === uid && one.original_time === original_time)
    const start = instantOf(Date.parse(start_time))
    return {
      id: `${uid}/${original_time}/${start / 1000}`,
      start,
      end: instantOf(Date.parse(end_time)),
      by: organizer_info && (organizer_info.name ?? 'an app'),
      title: (organizer_info && info?.summary) || undefined,
    }
  })
}

const told = (booking: Booking): Told => ({
  id: booking.id,
  start: booking.start,
  end: booking.end,
  by: booking.organizer && (booking.organizer.name ?? 'an app'),
  title: booking.title,
})

/** What a panel that starts at this moment shows when it has read the schedule and learnt the titles. */
async function shownBy(moment: Instant): Promise<Snapshot> {
  now = moment
  const clock = createVirtualClock(moment)
  const log = createMemoryLog()
  const calendar = createFeishuCalendar({
    http: createHttp(fetch),
    clock,
    log,
    random: dice(2),
    origin: served.origin,
    appId: app.id,
    roomId: room.id,
    readSecret: async () => ok(app.secret),
  })
  const configuration = aConfiguration({ timeZone, checkIn: { mode: 'off' } })
  const panel = createDoorPanel({
    clock,
    log,
    journal: createMemoryJournal(),
    admin: createMemoryAdmin(),
    rate: 1,
    tablet: { locale: 'en-US', timeZone: 'UTC' },
    identity: () => ({ name: 'tablet', code: 'K7M2QX' }),
    followConfiguration: unchangedConfiguration,
    setUp: async () => ok({ configuration, calendar }),
  })
  const snapshot = await new Promise<Snapshot>((resolve) => {
    panel.onSnapshot((shown) => {
      if (shown.bookings.some(({ title }) => title !== undefined)) resolve(shown)
    })
  })
  panel.stop()
  return snapshot
}

test.each(week)('on day %i the panel shows what the official SDK is told', async (day) => {
  const moment = at(day, '12:00')
  const { bookings } = await shownBy(moment)
  const today = dayOf(moment, timeZone)
  const twoDays = { start: today.start, end: plus(today.end, days(1)) }
  const expected = (await toldToSdk()).filter((booking) => overlaps(booking, twoDays))
  expect(expected.length).toBeGreaterThan(1)
  expect(inOrder(bookings.map(told))).toEqual(inOrder(expected))
})

test('the week has every kind of booking', async () => {
  const all = await toldToSdk()
  const has = (title: string) => all.filter((booking) => booking.title === title)
  expect(has('Stand-up').length).toBeGreaterThan(6)
  expect(has('Stand-up').filter(({ id }) => !id.includes('/0/'))).toHaveLength(1)
  expect(has('Across the change')[0]).toSatisfy(({ start, end }: Told) => end - start === hours(7))
  expect(all.filter(({ by }) => by === undefined)).toHaveLength(1)
  expect(all.filter(({ by }) => by === 'an app')).toHaveLength(1)
  for (const title of ['Single', 'Back to back', 'Long', 'Overlapping', 'All day', 'Across midnight'])
    expect(has(title)).toHaveLength(1)
})

test('the panel tells a private booking from the others by the same sign', async () => {
  const { bookings } = await shownBy(at(0, '12:00'))
  expect(bookings.filter(isPrivate).map(({ start, title }) => [start, title])).toEqual([
    [at(0, '11:00'), undefined],
  ])
})
