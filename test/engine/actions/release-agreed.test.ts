import { expect, test } from 'vitest'
import type { Agreement } from '../../../engine/shared-releases.ts'
import type { Booking } from '../../../shared/booking/booking.ts'
import { reservationIdOf } from '../../../shared/reserving/reservation.ts'
import { err, ok } from '../../../shared/result.ts'
import { seconds } from '../../../shared/time/time.ts'
import { aCheckIn, anAttempt, ghost } from '../../support/a-ghost.ts'
import { aRoom } from '../../support/a-room.ts'
import { aBooking, at, auto } from '../../support/builders.ts'

const agreed = (over: Partial<Agreement> = {}): Agreement => ({
  policy: auto,
  checkIns: [],
  attempts: [],
  reach: async () => ok(undefined),
  stands: () => ok(undefined),
  ...over,
})

/** As a door books it for a visitor: its organiser has no name. */
const visitors = { ...aBooking('10:00', '11:00'), organizer: {} }
const entryOf = ({ meeting }: Booking) => ({
  reservation: reservationIdOf('one'),
  entry: { name: 'calendar event', meeting },
})

/** A hub's room at the end of a meeting's grace: it has no page. */
async function aHubsRoom() {
  const room = await aRoom('10:10', { bookings: [ghost] })
  return {
    ...room,
    outcome: (over?: Partial<Agreement>) =>
      room.outcomeOf(room.releaseAgreed(ghost.id, agreed(over)), seconds(90)),
  }
}

test('what all doors agree to is released, once, after a reading', async () => {
  const { outcome, calendar } = await aHubsRoom()
  const readings = calendar.readings
  const reach = async () => {
    expect(calendar.readings).toBe(readings + 1)
    expect(calendar.siblingReadings).toBe(1)
    return ok(undefined)
  }
  expect(await outcome({ reach })).toEqual({ kind: 'released' })
  expect(calendar.verdicts).toEqual(['release'])
})

test.each<[string, string, Partial<Agreement>]>([
  ['a check-in at any door', 'checkedIn', { checkIns: [aCheckIn] }],
  ['an attempt of any hub', 'attemptedBefore', { attempts: [anAttempt] }],
  ['rules that only observe', 'exempt', { policy: { ...auto, mode: 'observe' } }],
])('%s keeps the booking, and no door is asked', async (_what, because, over) => {
  const { outcome, calendar } = await aHubsRoom()
  let asked = 0
  const reach = async () => ok(void (asked += 1))
  expect(await outcome({ reach, ...over })).toEqual({ kind: 'kept', because })
  expect(asked).toBe(0)
  expect(calendar.replies).toEqual([])
})

test('what one door does not agree to is not sent', async () => {
  const { outcome, calendar } = await aHubsRoom()
  expect(await outcome({ reach: async () => err('touched') })).toEqual({ kind: 'kept', because: 'touched' })
  expect(calendar.replies).toEqual([])
})

test('what no longer stands right before it is sent is not sent', async () => {
  const { outcome, calendar } = await aHubsRoom()
  expect(await outcome({ stands: () => err('checkedIn') })).toEqual({ kind: 'kept', because: 'checkedIn' })
  expect(calendar.replies).toEqual([])
})

test.each([
  ['another reading lacks the booking', 'bookingChanged', []],
  ['the meeting was moved', 'bookingChanged', [aBooking('10:05', '11:05', { meeting: ghost.meeting })]],
])('the hub looks again after the votes: if %s, nothing is sent', async (_what, because, bookings) => {
  const { outcome, calendar, refresh, clock } = await aHubsRoom()
  const reach = async () => {
    calendar.bookings = bookings
    await refresh(clock.elapsed())
    await refresh(clock.elapsed())
    return ok(undefined)
  }
  expect(await outcome({ reach })).toEqual({ kind: 'kept', because })
  expect(calendar.replies).toEqual([])
})

test('a reading that has grown older than ten seconds by the votes is none', async () => {
  const { outcome, calendar, clock } = await aHubsRoom()
  const reach = () =>
    new Promise<ReturnType<typeof ok<void>>>((resolve) =>
      clock.after(seconds(10) + 1, () => resolve(ok(undefined))),
    )
  expect(await outcome({ reach })).toEqual({ kind: 'kept', because: 'scheduleStale' })
  expect(calendar.replies).toEqual([])
})

test.each([
  ['was booked at a door', 'checkedIn', ok([{ ...entryOf(visitors), isOwnRoom: true, madeAt: at('09:59') }])],
  ['may have been booked at a door', 'calendarUnreachable', err({ code: 'unreachable' })],
])('what %s for right then is kept', async (_what, because, listed) => {
  const room = await aRoom('10:10', { bookings: [visitors] })
  Object.assign(room.calendar, { reservations: { list: async () => listed } })
  const outcome = await room.outcomeOf(room.releaseAgreed(visitors.id, agreed()), seconds(90))
  expect(outcome).toEqual({ kind: 'kept', because })
  expect(room.calendar.replies).toEqual([])
})

test('without a look at the other bookings of the meeting nothing is sent', async () => {
  const { outcome, calendar } = await aHubsRoom()
  Object.assign(calendar, { readSiblings: async () => err({ code: 'unreachable' }) })
  expect(await outcome()).toEqual({ kind: 'kept', because: 'seriesUnknown' })
  expect(calendar.replies).toEqual([])
})

test('a booking that the last reading lacks is kept', async () => {
  const { releaseAgreed, outcomeOf } = await aHubsRoom()
  const other = aBooking('12:00', '13:00')
  expect(await outcomeOf(releaseAgreed(other.id, agreed()))).toEqual({
    kind: 'kept',
    because: 'bookingChanged',
  })
})

test('an answer that is lost, and a booking that stays, is uncertain', async () => {
  const { outcome, calendar } = await aHubsRoom()
  calendar.answers.push(() => ({ kind: 'unsure', problem: { code: 'unreachable' } }))
  expect(await outcome()).toEqual({ kind: 'uncertain' })
  expect(calendar.replies).toHaveLength(1)
})
