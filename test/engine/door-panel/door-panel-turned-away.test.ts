import { expect, test } from 'vitest'
import { minutes, seconds } from '../../../shared/time/time.ts'
import { aDoorWithPage } from '../../support/a-door-with-page.ts'
import { aConfiguration } from '../../support/a-door.ts'
import { ghost } from '../../support/a-ghost.ts'
import { openPage } from '../../support/a-page.ts'
import { aBooking, at } from '../../support/builders.ts'
import { createMemoryJournal } from '../../support/memory/memory-journal.ts'
import { actionOf } from '../../../shared/action/action.ts'

type Door = Awaited<ReturnType<typeof aDoorWithPage>>

/** Who came while the button was away sits inside by now, and does not look at the door again. */
test.each<[string, (door: Door) => Promise<void>]>([
  [
    'the page froze for 12 s before the start',
    async ({ page, until, panel }) => {
      await until('09:57')
      page.isFrozen = true
      await until('09:57:12')
      page.isFrozen = false
      panel.current()
    },
  ],
  [
    'the page froze for 12 s in the grace',
    async ({ page, until }) => {
      await until('10:05')
      page.isFrozen = true
      await until('10:05:12')
      page.isFrozen = false
    },
  ],
  [
    'the calendar was away for a minute before the start',
    async ({ calendar, until, panel }) => {
      await until('09:56')
      calendar.failing = 'unreachable'
      await panel.touch()
      await until('09:57')
      calendar.failing = undefined
      await panel.touch()
    },
  ],
  [
    'the tablet slept for 20 s',
    async ({ clock, until }) => {
      await until('10:05')
      clock.leap(seconds(20))
    },
  ],
  [
    'the administrator’s menu covered the button for 15 s',
    async ({ panel, until }) => {
      await until('10:02')
      await panel.admin.openAdmin()
      await until('10:02:15')
      void panel.admin.leaveAdmin()
    },
  ],
])('a booking is kept for good when %s', async (_when, happens) => {
  const door = await aDoorWithPage('09:50')
  await happens(door)
  await door.until('10:59')
  expect(door.calendar.replies).toEqual([])
  expect(door.reasons()).toContain('offerInterrupted')
  expect(door.occupancy()).toBe('inUse')
})

test.each(['09:57', '10:05', '10:20'])(
  'a panel that starts at %s keeps the booking for good',
  async (time) => {
    const before = await aDoorWithPage('09:50')
    await before.until(time)
    before.panel.stop()
    const { clock, journal, calendar } = before
    calendar.bookings = [ghost]
    calendar.replies.length = 0
    const after = await aDoorWithPage(time, { clock, journal, calendar })
    await after.until('10:59')
    expect(calendar.replies).toEqual([])
  },
)

test('a first panel that starts in the window gives the booking back: it listed it then', async () => {
  const journal = createMemoryJournal({ kind: 'missing' })
  const { until, calendar } = await aDoorWithPage('09:58', { journal })
  await until('10:09:59')
  expect(calendar.replies).toEqual([])
  await until('10:10:06')
  expect(calendar.replies).toEqual([ghost.id])
})

test('a first panel that starts in a meeting keeps it', async () => {
  const journal = createMemoryJournal({ kind: 'missing' })
  const { until, calendar, reasons } = await aDoorWithPage('10:00', { journal })
  await until('10:59')
  expect(calendar.replies).toEqual([])
  expect(reasons()).toEqual(['bookedAfterStart'])
})

test('a panel whose journal is gone is no first one: it keeps what may have been checked in to', async () => {
  const journal = createMemoryJournal({ kind: 'lost' })
  const { until, calendar, reasons } = await aDoorWithPage('09:54', { journal })
  await until('10:59')
  expect(calendar.replies).toEqual([])
  expect(reasons()).toEqual(['journalIncomplete'])
})

test('a panel that starts before check-in opens gives the booking back', async () => {
  const { until, calendar } = await aDoorWithPage('09:54:55')
  await until('10:10:04')
  expect(calendar.replies).toEqual([ghost.id])
})

test('a booking that is first listed after its start is kept: its people booked from inside', async () => {
  const { until, calendar, panel, reasons } = await aDoorWithPage('09:50', { bookings: [] })
  await until('10:02')
  calendar.bookings = [ghost]
  await panel.touch()
  await until('10:59')
  expect(calendar.replies).toEqual([])
  expect(reasons()).toEqual(['bookedAfterStart'])
})

test('a booking that is first listed in its window is given back after the same grace', async () => {
  const { until, calendar, panel } = await aDoorWithPage('09:50', { bookings: [] })
  await until('09:58')
  calendar.bookings = [ghost]
  await panel.touch()
  await until('10:09:59')
  expect(calendar.replies).toEqual([])
  await until('10:10:06')
  expect(calendar.replies).toEqual([ghost.id])
})

test('a touch without a check-in gives another grace, and the countdown shows it', async () => {
  const { until, calendar, panel, shown } = await aDoorWithPage('09:50')
  await until('10:08')
  await panel.touch()
  await until('10:08:10')
  expect(shown.at(-1)?.occupancy).toMatchObject({ kind: 'awaitingCheckIn', releaseAt: at('10:18') })
  await until('10:17:59')
  expect(calendar.replies).toEqual([])
  await until('10:18:06')
  expect(calendar.replies).toEqual([ghost.id])
})

test('people who found no button keep the room when their meeting is moved', async () => {
  const moved = aBooking('10:30', '11:30', { meeting: ghost.meeting })
  const { until, calendar, page, panel } = await aDoorWithPage('09:50')
  await until('09:57')
  page.isFrozen = true
  await until('10:03')
  page.isFrozen = false
  openPage(panel)
  calendar.bookings = [moved]
  await panel.touch()
  await until('11:29')
  expect(calendar.replies).toEqual([])
})

test('people who found no button keep the room over a restart, and for their organiser’s next booking', async () => {
  const next = aBooking('11:00', '12:00')
  const before = await aDoorWithPage('09:50', { bookings: [ghost, next] })
  await before.until('09:57')
  before.page.isFrozen = true
  await before.until('10:30')
  before.panel.stop()
  const { clock, journal, calendar } = before
  const { until } = await aDoorWithPage('10:30', { clock, journal, calendar })
  await until('11:59')
  expect(calendar.replies).toEqual([])
})

const checkedIn = async (bookings: readonly (typeof ghost)[] = [ghost], grace = 1): Promise<Door> => {
  const configuration = aConfiguration({ checkIn: { mode: 'auto', graceMinutes: grace } })
  const door = await aDoorWithPage('09:50', { bookings, configuration })
  await door.until('10:00:20')
  await door.panel.checkIn(ghost.id)
  return door
}

const by = (name: string) => ({ organizer: { name } })

/** People who checked in are in the room, even if the calendar renames the booking. */
test.each<[string, readonly (typeof ghost)[]]>([
  ['the same time and title under a new uid', [aBooking('10:00', '11:00', { meeting: 'new', ...by('Ann') })]],
  ['half of the time under a new uid', [aBooking('10:15', '11:15', { meeting: 'new', ...by('Ann') })]],
  [
    'the meeting dragged by its own length',
    [aBooking('11:00', '12:00', { meeting: ghost.meeting, ...by('Ann') })],
  ],
  ['a second booking of the same organiser', [ghost, aBooking('11:00', '12:00', { meeting: 'second' })]],
  [
    'a third booking in a row',
    [
      ghost,
      aBooking('11:00', '11:30', { meeting: 'second' }),
      aBooking('11:35', '12:30', { meeting: 'third' }),
    ],
  ],
  [
    'a shorter booking from the same start that is declined',
    [aBooking('10:00', '11:00', { meeting: 'longer', ...by('Ann') })],
  ],
])('who checked in keeps the room when the calendar has %s', async (_what, bookings) => {
  const { calendar, until, panel, occupancy } = await checkedIn()
  calendar.bookings = bookings
  await until('10:00:40')
  void panel.touch()
  await until('12:29')
  expect(calendar.replies).toEqual([])
  expect(occupancy()).not.toBe('awaitingCheckIn')
})

test('after people ended their meeting, another organiser’s next booking is given back', async () => {
  const next = aBooking('10:30', '11:00', { meeting: 'next', ...by('Ann') })
  const { calendar, until, panel } = await checkedIn([ghost])
  await until('10:10')
  void panel.endMeeting(ghost.id)
  await until('10:11')
  calendar.bookings = [next]
  await until('10:12')
  await panel.touch()
  await until('10:31:06')
  expect(calendar.verdicts).toEqual(['end', 'release'])
})

test('a tap that the disk did not take is kept when the disk is well again, and outlives a restart', async () => {
  const door = await aDoorWithPage('09:50', { bookings: [ghost, aBooking('11:00', '12:00')] })
  await door.until('09:58')
  door.journal.failing = 'unwritable'
  await door.panel.checkIn(ghost.id)
  expect(actionOf(door.shown.at(-1)?.actions ?? [], 'checkIn')).toMatchObject({
    outcome: { kind: 'refused', reason: 'notStored' },
  })
  await door.until('10:02')
  door.journal.failing = undefined
  await door.until('10:03:30')
  expect(door.content().checkIns).toMatchObject([{ booking: ghost.id }])
  expect(door.occupancy()).toBe('inUse')
  door.panel.stop()
  const { clock, journal, calendar } = door
  const after = await aDoorWithPage('10:03:30', { clock, journal, calendar })
  await after.until('11:59')
  expect(calendar.replies).toEqual([])
})

test('a disk that stays broken is not tried more often than once a minute', async () => {
  const { journal, panel, until, log } = await aDoorWithPage('09:50')
  await until('09:58')
  journal.failing = 'unwritable'
  await panel.checkIn(ghost.id)
  const before = log.events().filter((event) => event === 'journal.failed').length
  await until('10:58')
  const tries = log.events().filter((event) => event === 'journal.failed').length - before
  expect(tries).toBeLessThan((minutes(60) / minutes(1)) * 2 + 6)
})
