import { expect, test } from 'vitest'
import { emptyJournal } from '../../../shared/panel/journal.ts'
import { err } from '../../../shared/result.ts'
import { aDoorWithPage } from '../../support/a-door-with-page.ts'
import { aConfiguration, aDoor } from '../../support/a-door.ts'
import { ghost } from '../../support/a-ghost.ts'
import { aBooking, at } from '../../support/builders.ts'
import { actionOf } from '../../../shared/action/action.ts'

test('a day with a meeting with a check-in', async () => {
  const { until, panel, shown, occupancy, calendar, content } = await aDoorWithPage('09:50')
  expect(occupancy()).toBe('free')
  await until('09:55')
  expect(occupancy()).toBe('checkInOpen')
  await until('10:00')
  expect(shown.at(-1)?.occupancy).toMatchObject({ kind: 'awaitingCheckIn', releaseAt: at('10:10') })
  await until('10:07')
  await panel.checkIn(ghost.id)
  expect(occupancy()).toBe('inUse')
  expect(actionOf(shown.at(-1)?.actions ?? [], 'checkIn')).toMatchObject({ outcome: { kind: 'done' } })
  await until('10:59:59')
  expect(occupancy()).toBe('inUse')
  await until('11:00')
  expect(occupancy()).toBe('free')
  expect(calendar.replies).toEqual([])
  expect(content().checkIns).toHaveLength(1)
})

test('a meeting without a check-in is given back right after its grace', async () => {
  const { until, calendar, occupancy, reasons, shown } = await aDoorWithPage('09:50')
  await until('10:09:59')
  expect(calendar.replies).toEqual([])
  await until('10:10:04')
  expect(calendar.replies).toEqual([ghost.id])
  expect(calendar.verdicts).toEqual(['release'])
  expect(occupancy()).toBe('free')
  expect(actionOf(shown.at(-1)?.actions ?? [], 'release')).toMatchObject({
    listed: ghost,
    outcome: { kind: 'released' },
  })
  expect(reasons()).toEqual(['released'])
  await until('10:13')
  expect(actionOf(shown.at(-1)?.actions ?? [], 'release')).toBeUndefined()
})

test('in the mode observe the journal records the would-be release, once, and no reply is sent', async () => {
  const { until, calendar, occupancy, reasons } = await aDoorWithPage('09:50', {
    configuration: aConfiguration({}),
  })
  await until('10:10:04')
  expect(occupancy()).toBe('inUse')
  await until('11:30')
  expect(reasons()).toEqual(['observed'])
  expect(calendar.replies).toEqual([])
})

test('a check-in from before a restart counts after it', async () => {
  const before = await aDoorWithPage('09:56')
  await before.panel.checkIn(ghost.id)
  before.panel.stop()
  const { clock, journal, calendar } = before
  const { until, occupancy } = await aDoorWithPage('09:56', { clock, journal, calendar })
  expect(occupancy()).toBe('inUse')
  await until('11:00')
  expect(calendar.replies).toEqual([])
})

test('a calendar that is down over the deadline keeps the booking for good', async () => {
  const { until, calendar, reasons } = await aDoorWithPage('09:50')
  await until('10:08')
  calendar.failing = 'platformFault'
  await until('10:20')
  expect(reasons()).toEqual(['calendarUnreachable'])
  calendar.failing = undefined
  await until('11:00')
  expect(calendar.replies).toEqual([])
  expect(reasons()).toEqual(['calendarUnreachable', 'offerInterrupted'])
})

test('a visitor can check in while the calendar is down, and the check-in counts when it is back', async () => {
  const { until, panel, calendar, shown, occupancy } = await aDoorWithPage('09:50')
  await until('10:02')
  calendar.failing = 'unreachable'
  await panel.touch()
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

test('the second panel of a room asks for no check-in, and releases no booking', async () => {
  const { until, calendar, shown, content, occupancy } = await aDoorWithPage('09:50', {
    configuration: aConfiguration({ checkIn: { mode: 'auto' }, follower: true }),
  })
  await until('10:01')
  expect(occupancy()).toBe('inUse')
  await until('11:30')
  expect(calendar.replies).toEqual([])
  expect(shown.flatMap(({ checkIns }) => checkIns)).toEqual([])
  expect(content()).toMatchObject(emptyJournal)
})

test('back-to-back meetings are each given their grace', async () => {
  const next = aBooking('11:00', '12:00', { organizer: { name: 'Somebody else' } })
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

test('a journal that can not be read keeps every booking, and heals by itself', async () => {
  const next = aBooking('11:00', '12:00', { organizer: { name: 'Somebody else' } })
  const door = await aDoor('09:00')
  door.panel.stop()
  const { journal } = door
  journal.failing = 'unreadable'
  const { until, calendar, reasons, log } = await aDoorWithPage('09:50', { journal, bookings: [ghost, next] })
  await until('10:30')
  expect(calendar.replies).toEqual([])
  // Tried when the panel begins, then each minute, and once more each minute from when there is something to say.
  expect(log.events().filter((event) => event === 'journal.failed').length).toBeLessThan(70)
  journal.failing = undefined
  // With the next look, which is one interval away at most.
  await until('10:34')
  expect(reasons()).toEqual(['offerInterrupted'])
  await until('11:12')
  expect(calendar.replies).toContain(next.id)
})
