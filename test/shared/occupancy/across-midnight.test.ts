import { expect, test } from 'vitest'
import { bookingIdOf } from '../../../shared/booking/booking.ts'
import { checkInTo } from '../../../shared/check-in/check-in.ts'
import { snapshotOf } from '../../../shared/snapshot/snapshot-of.ts'
import { dayOf } from '../../../shared/time/calendar-day.ts'
import { hours, instantOf, minutes, plus } from '../../../shared/time/time.ts'
import { aJournal } from '../../support/a-ghost.ts'
import { aBooking, aPanel, at, auto, someRules } from '../../support/builders.ts'

const night = aBooking('23:30', '24:30')
const early = aBooking('24:00', '25:00')
const view = { ...someRules, policy: auto }

test.each([
  ['23:25', 'checkInOpen'],
  ['23:59:59', 'inUse'],
  ['24:00', 'inUse'],
  ['24:30', 'free'],
])('a booking that crosses midnight, at %s: %s', (time, kind) => {
  const now = at(time)
  const today = dayOf(now, 'Asia/Shanghai')
  const { occupancy, bookings } = snapshotOf(aPanel([night], now), now, { ...view, today })
  expect(occupancy.kind).toBe(kind)
  expect(bookings).toEqual([night])
})

test('check-in to the first booking of a day opens on the day before, and holds over midnight', () => {
  const shown = (time: string) => {
    const panel = {
      ...aPanel([early], at(time)),
      journal: aJournal({ checkIns: [checkInTo(early, at('23:56'))] }),
    }
    return snapshotOf(panel, at(time), { ...view, today: dayOf(at(time), 'Asia/Shanghai') })
  }
  expect(shown('23:56').occupancy).toEqual({ kind: 'inUse', booking: early, until: early.end })
  expect(shown('24:20').occupancy).toEqual({ kind: 'inUse', booking: early, until: early.end })
  const open = snapshotOf(aPanel([early], at('23:56')), at('23:56'), view)
  expect(open.checkIns).toEqual([early])
})

/** In Berlin it is twice between two and three in that night: first at 00:00Z, then at 01:00Z. */
const twice = ['2026-10-25T00:30Z', '2026-10-25T01:30Z'].map((iso) => {
  const start = instantOf(Date.parse(iso))
  return { id: bookingIdOf(iso), meeting: 'night-shift', start, end: plus(start, minutes(30)) }
})

test('two bookings at half past two of the night in which the clocks go back are two', () => {
  const [first = expect.fail(), second = expect.fail()] = twice
  const today = dayOf(first.start, 'Europe/Berlin')
  expect(today.end - today.start).toBe(hours(25))
  const kindAt = (now: typeof first.start) => {
    const panel = {
      ...aPanel(twice, now),
      journal: aJournal({ checkIns: [checkInTo(first, first.start)] }),
    }
    const window = { start: plus(today.start, -hours(24)), end: plus(today.end, hours(24)) }
    const reading = { asking: false, schedule: { bookings: twice, readAt: now, window } }
    return snapshotOf({ ...panel, reading }, now, { ...view, timeZone: 'Europe/Berlin', today }).occupancy
  }
  expect(kindAt(plus(first.start, minutes(20)))).toEqual({ kind: 'inUse', booking: first, until: first.end })
  expect(kindAt(plus(first.end, minutes(5)))).toEqual({ kind: 'free', until: second.start })
  expect(kindAt(plus(second.start, minutes(5)))).toEqual({
    kind: 'awaitingCheckIn',
    booking: second,
    until: second.end,
  })
})
