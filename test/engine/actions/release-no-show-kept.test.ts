import { expect, test } from 'vitest'
import { emptyJournal, type JournalContent } from '../../../shared/panel/journal.ts'
import { err } from '../../../shared/result.ts'
import { seconds } from '../../../shared/time/time.ts'
import { ghost } from '../../support/a-ghost.ts'
import { atTheDeadline, type RoomAtTheDeadline as Room } from '../../support/at-the-deadline.ts'
import { aBooking, at, auto, follower, off } from '../../support/builders.ts'
import type { MemoryCalendar } from '../../support/memory/memory-calendar.ts'

const journalWith = (over: Partial<JournalContent>): JournalContent => ({ ...emptyJournal, ...over })

test.each<[string, string, (room: Room) => unknown, JournalContent?]>([
  ['checkedIn', 'somebody checked in', ({ checkIn }) => checkIn(ghost.id)],
  [
    'checkedIn',
    'the disk did not take the check-in',
    async ({ journal, checkIn, record }) => {
      journal.failing = 'unwritable'
      await checkIn(ghost.id)
      journal.failing = undefined
      await record((content) => content)
    },
  ],
  ['exempt', 'its organiser is exempt', ({ rules }) => (rules.policy = { ...auto, exempt: ['Lin Xiaoyu'] })],
  ['exempt', 'it is eight hours long', (room) => extend(room, '18:00')],
  ['exempt', 'the mode is off', ({ rules }) => (rules.policy = off)],
  ['exempt', 'this is the second panel', ({ rules }) => (rules.policy = follower)],
  ['offerInterrupted', 'time made a leap', leapAndRead],
  [
    'touched',
    'somebody touches the screen',
    ({ panel, clock }) => panel.apply({ kind: 'touched', at: clock.now() }),
  ],
  ['offerInterrupted', 'the page was silent for 11 s', ({ clock }) => clock.advance(seconds(11))],
  ['calendarUnreachable', 'the calendar is down', ({ calendar }) => (calendar.failing = 'unreachable')],
  ['bookingChanged', 'it was cancelled', ({ calendar }) => (calendar.bookings = [])],
  [
    'bookingChanged',
    'it was moved by five minutes',
    ({ calendar }) => (calendar.bookings = [aBooking('10:05', '11:05', { meeting: ghost.meeting })]),
  ],
  ['scheduleStale', 'the reading takes 11 s', ({ clock, calendar }) => slow(calendar, clock)],
  [
    'clockUnsure',
    'the server was not heard since the tablet woke',
    ({ clock }) => (clock.unsureBy = Infinity),
  ],
  ['journalUnreadable', 'the disk takes nothing', ({ journal }) => (journal.failing = 'unwritable')],
  [
    'journalIncomplete',
    'the journal was set aside',
    () => undefined,
    journalWith({ completeSince: 'unknown' }),
  ],
  [
    'seriesUnknown',
    'its series can not be read',
    ({ calendar }) => Object.assign(calendar, { readSiblings: fails }),
  ],
  [
    'seriesGuard',
    'a series was harmed before',
    () => undefined,
    journalWith({ seriesHarm: { booking: ghost.id, missing: [], at: at('09:00') } }),
  ],
])('keeps the booking, %s, when %s: nothing is sent', async (because, _when, change, content) => {
  const room = await atTheDeadline(content)
  await change(room)
  expect(await room.released()).toMatchObject({ stage: 'settled', outcome: { kind: 'kept', because } })
  expect(room.calendar.replies).toEqual([])
})

async function leapAndRead({ panel, refresh }: Room): Promise<void> {
  panel.apply({ kind: 'timeLeapt' })
  await refresh()
}

const fails = async () => err({ code: 'unreachable' as const })
const extend = ({ calendar }: Room, to: string) => (calendar.bookings = [{ ...ghost, end: at(to) }])

function slow(calendar: MemoryCalendar, clock: Room['clock']): void {
  const { readSchedule } = calendar
  Object.assign(calendar, {
    readSchedule: async (window: Parameters<typeof readSchedule>[0]) => {
      await new Promise<void>((resolve) => clock.after(seconds(11), resolve))
      return readSchedule(window)
    },
  })
}
