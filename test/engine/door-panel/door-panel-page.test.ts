import { expect, test } from 'vitest'
import { hours, minutes, seconds } from '../../../shared/time/time.ts'
import { aDoorWithPage, auto } from '../../support/a-door-with-page.ts'
import { aConfiguration, aDoor } from '../../support/a-door.ts'
import { ghost } from '../../support/a-ghost.ts'
import { openPage } from '../../support/a-page.ts'
import { aBooking, at } from '../../support/builders.ts'

test('a page that freezes keeps the booking, and the journal says why', async () => {
  const { until, calendar, page, reasons, shown } = await aDoorWithPage('09:50')
  await until('10:05')
  page.isFrozen = true
  await until('10:20')
  expect(calendar.replies).toEqual([])
  expect(reasons()).toEqual(['offerInterrupted'])
  expect(shown.at(-1)?.occupancy).toEqual({ kind: 'inUse', booking: ghost, until: ghost.end })
})

test.each([
  ['5 s later changes nothing', '10:05:05', [ghost.id]],
  ['15 s later keeps the booking for good', '10:05:15', []],
])('a page that is lost and comes back %s', async (_when, back, replies) => {
  const { until, calendar, panel, page } = await aDoorWithPage('09:50')
  await until('10:05')
  page.isFrozen = true
  panel.interrupt()
  await until(back)
  openPage(panel)
  await until('10:59')
  expect(calendar.replies).toEqual(replies)
})

test('the report of an old picture does not count', async () => {
  const { clock, panel, shown, calendar } = await aDoor('09:54', { bookings: [ghost], configuration: auto })
  const checkIns = [ghost.id]
  for (let count = 0; count < 300; count++) {
    panel.current()
    panel.painted({ revision: shown.at(-1)?.revision ?? 0, checkIns })
    // oxlint-disable-next-line no-await-in-loop -- one picture after the other
    await clock.advance(seconds(4))
  }
  expect(calendar.replies).toEqual([])
})

test('a page cannot offer what was not in the picture, nor what it did not paint', async () => {
  const other = aBooking('12:00', '13:00')
  const { clock, panel, calendar } = await aDoor('09:54', { bookings: [ghost, other], configuration: auto })
  const paints = async (checkIns: readonly string[]) => {
    for (let count = 0; count < 300; count++) {
      panel.painted({ revision: panel.current().revision, checkIns })
      // oxlint-disable-next-line no-await-in-loop -- one picture after the other
      await clock.advance(seconds(4))
    }
  }
  await paints([other.id, 'something else'])
  expect(calendar.replies).toEqual([])
})

test('while check-in is open the page is asked every 4 s what it shows', async () => {
  const { until, page } = await aDoorWithPage('09:54')
  await until('10:01')
  const before = page.painted.length
  await until('10:02')
  const gaps = page.painted.slice(before).map(({ now }, index, all) => now - (all[index - 1]?.now ?? now))
  expect(Math.max(...gaps)).toBe(seconds(4))
  expect(gaps.length).toBeGreaterThanOrEqual(15)
  expect(gaps.length).toBeLessThanOrEqual(17)
})

test('an hour without meetings costs few pictures, though the page answers each at once', async () => {
  const { clock, page } = await aDoorWithPage('12:00')
  const before = page.painted.length
  await clock.advance(hours(1))
  expect(page.painted.length - before).toBeLessThan(80)
})

test('an hour in which a button stands there costs a picture every 4 s, and little more', async () => {
  const { until, page } = await aDoorWithPage('09:54', {
    configuration: aConfiguration({ checkIn: { graceMinutes: 50 } }),
  })
  const before = page.painted.length
  await until('10:50')
  expect(page.painted.length - before).toBeLessThan(minutes(60) / seconds(4) + 100)
})

test('a page that never answers brings about no pictures either', async () => {
  const { until, shown } = await aDoor('09:55', { bookings: [ghost], configuration: auto }).then((door) => ({
    ...door,
    until: (time: string) => door.clock.advance(at(time) - door.clock.now()),
  }))
  const before = shown.length
  await until('10:55')
  expect(shown.length - before).toBeLessThan(100)
})

test('a page of yesterday may begin anew at night, and not while its door is needed', async () => {
  const configuration = aConfiguration({ display: { nightlyRestart: true } })
  const { clock, panel } = await aDoor('02:00', { bookings: [aBooking('03:00', '04:00')], configuration })
  expect(panel.mayRestartPage(hours(13))).toBe(false)
  expect(panel.mayRestartPage(hours(20))).toBe(true)
  await clock.advance(hours(1))
  expect(panel.mayRestartPage(hours(20))).toBe(false)
})
