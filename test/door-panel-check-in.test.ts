import { expect, test } from 'vitest'
import { emptyJournal } from '../shared/domain/journal.ts'
import { hours, minutes, seconds } from '../shared/domain/time.ts'
import { err } from '../shared/result.ts'
import { aConfiguration, aDoor, type DoorOptions } from './support/a-door.ts'
import { openPage } from './support/a-page.ts'
import { ghost } from './support/a-ghost.ts'
import { aBooking, at } from './support/builders.ts'

const auto = aConfiguration({ checkIn: { mode: 'auto' } })

/** A door with a page, at which people are asked to check in. */
async function aDoorWithPage(time: string, options: DoorOptions = {}) {
  const door = await aDoor(time, { bookings: [ghost], configuration: auto, ...options })
  const page = openPage(door.panel)
  await door.clock.advance(0)
  const until = (moment: string) => door.clock.advance(at(moment) - door.clock.now())
  const content = () => (door.journal.kept.kind === 'found' ? door.journal.kept.content : emptyJournal)
  const reasons = () => content().decisions.map(({ outcome, because }) => because ?? outcome)
  return { ...door, page, until, content, reasons }
}

test('a day with a meeting to which somebody comes', async () => {
  const { until, panel, shown, occupancy, calendar, content } = await aDoorWithPage('09:50')
  expect(occupancy()).toBe('free')
  await until('09:55')
  expect(occupancy()).toBe('checkInOpen')
  await until('10:00')
  expect(shown.at(-1)?.occupancy).toMatchObject({ kind: 'awaitingCheckIn', releaseAt: at('10:10') })
  await until('10:07')
  await panel.checkIn(ghost.id)
  expect(occupancy()).toBe('inUse')
  expect(shown.at(-1)?.checkingIn).toMatchObject({ outcome: { kind: 'done' } })
  await until('10:59:59')
  expect(occupancy()).toBe('inUse')
  await until('11:00')
  expect(occupancy()).toBe('free')
  expect(calendar.replies).toEqual([])
  expect(content().checkIns).toHaveLength(1)
})

test('a meeting to which nobody comes is given back right after its grace', async () => {
  const { until, calendar, occupancy, reasons, shown } = await aDoorWithPage('09:50')
  await until('10:09:59')
  expect(calendar.replies).toEqual([])
  await until('10:10:04')
  expect(calendar.replies).toEqual([ghost.id])
  expect(calendar.verdicts).toEqual(['release'])
  expect(occupancy()).toBe('free')
  expect(shown.at(-1)?.releasing).toMatchObject({ booking: ghost, outcome: { kind: 'released' } })
  expect(reasons()).toEqual(['released'])
  await until('10:13')
  expect(shown.at(-1)?.releasing).toEqual({ kind: 'none' })
})

test('on trial it is not, and the journal says that it would have been, once', async () => {
  const { until, calendar, occupancy, reasons } = await aDoorWithPage('09:50', {
    configuration: aConfiguration({}),
  })
  await until('10:10:04')
  expect(occupancy()).toBe('inUse')
  await until('11:30')
  expect(reasons()).toEqual(['observed'])
  expect(calendar.replies).toEqual([])
})

test('a panel that starts in the middle gives the whole grace from then on', async () => {
  const { until, calendar, shown } = await aDoorWithPage('10:20')
  expect(shown.at(-1)?.occupancy).toMatchObject({ kind: 'awaitingCheckIn', releaseAt: at('10:30') })
  await until('10:29:59')
  expect(calendar.replies).toEqual([])
  await until('10:30:04')
  expect(calendar.replies).toEqual([ghost.id])
})

test('a restart half-way begins the grace again', async () => {
  const before = await aDoorWithPage('09:50')
  await before.until('10:05')
  before.panel.stop()
  const { clock, journal, calendar } = before
  const { until } = await aDoorWithPage('10:05', { clock, journal, calendar })
  await until('10:14:59')
  expect(calendar.replies).toEqual([])
  await until('10:15:04')
  expect(calendar.replies).toEqual([ghost.id])
})

test('who checked in before a restart is here after it', async () => {
  const before = await aDoorWithPage('09:56')
  await before.panel.checkIn(ghost.id)
  before.panel.stop()
  const { clock, journal, calendar } = before
  const { until, occupancy } = await aDoorWithPage('09:56', { clock, journal, calendar })
  expect(occupancy()).toBe('inUse')
  await until('11:00')
  expect(calendar.replies).toEqual([])
})

test('a calendar that is down over the deadline keeps the booking, and the grace begins again', async () => {
  const { until, calendar, reasons } = await aDoorWithPage('09:50')
  await until('10:08')
  calendar.failing = 'platformFault'
  await until('10:20')
  expect(calendar.replies).toEqual([])
  expect(reasons()).toEqual(['calendarUnreachable'])
  calendar.failing = undefined
  await until('10:29')
  expect(calendar.replies).toEqual([])
  await until('10:32')
  expect(calendar.replies).toEqual([ghost.id])
})

test('who is there while the calendar is down checks in, and it counts when it is back', async () => {
  const { until, panel, calendar, shown, occupancy } = await aDoorWithPage('09:50')
  await until('10:02')
  calendar.failing = 'unreachable'
  await until('10:05')
  expect(occupancy()).toBe('unknown')
  expect(shown.at(-1)?.checkIns).toEqual([ghost])
  await panel.checkIn(ghost.id)
  calendar.failing = undefined
  await until('10:50')
  expect(occupancy()).toBe('inUse')
  expect(calendar.replies).toEqual([])
})

test('a series that can not be read makes the release wait, and it is tried again five minutes later', async () => {
  const { until, calendar, reasons, shown } = await aDoorWithPage('09:50')
  const { readSiblings } = calendar
  Object.assign(calendar, { readSiblings: async () => err({ code: 'unreachable' }) })
  await until('10:12')
  expect(reasons()).toEqual(['seriesUnknown'])
  expect(shown.at(-1)?.occupancy).toMatchObject({ kind: 'awaitingCheckIn' })
  Object.assign(calendar, { readSiblings })
  await until('10:14:59')
  expect(calendar.replies).toEqual([])
  await until('10:15:10')
  expect(calendar.replies).toEqual([ghost.id])
  expect(reasons()).toEqual(['seriesUnknown', 'released'])
})

test('a page that freezes keeps the booking, and the journal says why', async () => {
  const { until, calendar, page, reasons, shown } = await aDoorWithPage('09:50')
  await until('10:05')
  page.isFrozen = true
  await until('10:20')
  expect(calendar.replies).toEqual([])
  expect(reasons()).toEqual(['offerInterrupted'])
  expect(shown.at(-1)?.occupancy).toEqual({ kind: 'inUse', booking: ghost })
})

test('a page that is lost and comes back begins the grace again', async () => {
  const { until, calendar, panel, page } = await aDoorWithPage('09:50')
  await until('10:05')
  page.isFrozen = true
  panel.interrupt()
  await until('10:05:02')
  openPage(panel)
  await until('10:15')
  expect(calendar.replies).toEqual([])
  await until('10:15:06')
  expect(calendar.replies).toEqual([ghost.id])
})

test('an answer to an old picture counts for nothing', async () => {
  const { clock, panel, shown, calendar } = await aDoor('10:01', { bookings: [ghost], configuration: auto })
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
  const { clock, panel, calendar } = await aDoor('10:01', { bookings: [ghost, other], configuration: auto })
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

test('the second panel of a room asks nobody, and gives nothing back', async () => {
  const { until, calendar, shown, content, occupancy } = await aDoorWithPage('09:50', {
    configuration: aConfiguration({ checkIn: { mode: 'auto' }, follower: true }),
  })
  await until('10:01')
  expect(occupancy()).toBe('inUse')
  await until('11:30')
  expect(calendar.replies).toEqual([])
  expect(shown.flatMap(({ checkIns }) => checkIns)).toEqual([])
  expect(content()).toEqual(emptyJournal)
})

test('while check-in is open the page is asked every 4 s what it shows', async () => {
  const { until, page } = await aDoorWithPage('10:01')
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
  const { until, page } = await aDoorWithPage('09:55', { configuration: aConfiguration({}) })
  const before = page.painted.length
  await until('10:55')
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

test('back-to-back meetings are each given their grace', async () => {
  const next = aBooking('11:00', '12:00')
  const { until, calendar, panel, occupancy, shown } = await aDoorWithPage('10:50', {
    bookings: [ghost, next],
  })
  await until('10:57')
  expect(shown.at(-1)?.checkIns).toEqual([next, ghost])
  await panel.checkIn(ghost.id)
  expect(shown.at(-1)?.checkIns).toEqual([next])
  expect(occupancy()).toBe('inUse')
  await until('11:09:59')
  expect(calendar.replies).toEqual([])
  await until('11:10:04')
  expect(calendar.replies).toEqual([next.id])
})

test('after a leap of time the grace begins again', async () => {
  const { until, clock, calendar } = await aDoorWithPage('09:50')
  await until('10:05')
  clock.leap(seconds(20))
  await until('10:15:19')
  expect(calendar.replies).toEqual([])
  await until('10:15:30')
  expect(calendar.replies).toEqual([ghost.id])
})

test('a journal that can not be read keeps every booking, and heals by itself', async () => {
  const next = aBooking('11:00', '12:00')
  const door = await aDoor('09:00')
  door.panel.stop()
  const { journal } = door
  journal.failing = 'unreadable'
  const { until, calendar, reasons, log } = await aDoorWithPage('09:50', { journal, bookings: [ghost, next] })
  await until('10:30')
  expect(calendar.replies).toEqual([])
  // Tried when the panel begins, and each minute from when there is something to say.
  expect(log.events().filter((event) => event === 'journal.failed').length).toBeLessThan(30)
  journal.failing = undefined
  await until('10:32')
  expect(reasons()).toContain('journalUnreadable')
  await until('11:12')
  expect(calendar.replies).toContain(next.id)
})
