import { expect, test } from 'vitest'
import { actionOf } from '../../../shared/action/action.ts'
import type { Booking } from '../../../shared/booking/booking.ts'
import { type BookingRules, noBooking } from '../../../shared/reserving/booking-rules.ts'
import { reservationIdOf } from '../../../shared/reserving/reservation.ts'
import { err, ok } from '../../../shared/result.ts'
import { seconds } from '../../../shared/time/time.ts'
import { aRoom } from '../../support/a-room.ts'
import { aBooking, at } from '../../support/builders.ts'

/** As an app makes it: its organiser has no name. */
const made = { ...aBooking('10:00', '11:00'), organizer: {} }

const entry = (over: object = {}) => ({
  reservation: reservationIdOf('one'),
  isOwnRoom: true,
  entry: { name: 'calendar event', meeting: made.meeting },
  madeAt: at('09:59'),
  ...over,
})

const found = (over?: object) => async () => ok([entry(over)])

/** The deadline of a booking without a check-in, in a calendar in which doors book. */
async function atTheDeadline(
  list: () => Promise<unknown>,
  who: BookingRules['who'] = 'everyone',
  bookings: readonly Booking[] = [made],
) {
  const due = bookings.at(-1) ?? made
  const room = await aRoom('09:55', { bookings })
  Object.assign(room.calendar, { reservations: { list } })
  room.rules.booking = { ...noBooking, who }
  await room.offering('10:10', due)
  await room.outcomeOf(room.releaseNoShow(due), seconds(90))
  const release = actionOf(room.panel.current().actions, 'release')
  return { ...room, outcome: release?.stage === 'settled' ? release.outcome : undefined }
}

test('what a visitor booked at the room’s second panel is kept, and is checked in from then on', async () => {
  const { outcome, calendar, onDisk } = await atTheDeadline(found())
  expect(outcome).toEqual({ kind: 'kept', because: 'checkedIn' })
  expect(calendar.replies).toEqual([])
  expect(onDisk().checkIns).toMatchObject([{ booking: made.id }])
})

test('an extension is kept however long before it was made, and is checked in from then on', async () => {
  const { outcome, onDisk } = await atTheDeadline(found({ madeAt: at('09:40'), wish: 'extend' }))
  expect(outcome).toEqual({ kind: 'kept', because: 'checkedIn' })
  expect(onDisk().checkIns).toMatchObject([{ booking: made.id }])
})

test('who started early at the second panel came for the booking that follows, whoever organises it', async () => {
  const early = { ...aBooking('09:50', '10:00'), organizer: {} }
  const followed = { ...made, organizer: { name: 'Mori Aoi' } }
  const startedEarly = found({
    entry: { name: 'calendar event', meeting: early.meeting },
    wish: 'startEarly',
  })
  const kept = { kind: 'kept', because: 'checkedIn' }
  expect((await atTheDeadline(startedEarly, 'everyone', [early, followed])).outcome).toEqual(kept)
  const now = found({ entry: { name: 'calendar event', meeting: early.meeting }, wish: 'now' })
  const released = { kind: 'released' }
  expect((await atTheDeadline(now, 'everyone', [early, followed])).outcome).toEqual(released)
})

test.each<[string, () => Promise<unknown>]>([
  ['for later, just before', found({ wish: 'later' })],
  ['long before it', found({ madeAt: at('09:00') })],
  ['for another room', found({ isOwnRoom: false })],
  ['as another booking', found({ entry: { name: 'calendar event', meeting: 'another' } })],
  ['by no door', async () => ok([])],
])('what was made %s needs its check-in', async (_, list) => {
  const { outcome } = await atTheDeadline(list)
  expect(outcome).toEqual({ kind: 'released' })
})

test('as long as the calendar does not say who made it, it is kept', async () => {
  const { outcome, calendar } = await atTheDeadline(async () => err({ code: 'unreachable' }))
  expect(outcome).toEqual({ kind: 'kept', because: 'calendarUnreachable' })
  expect(calendar.replies).toEqual([])
})

test('what was booked at the second panel is kept, also where IT lets this one book nothing', async () => {
  const { outcome } = await atTheDeadline(found(), 'off')
  expect(outcome).toEqual({ kind: 'kept', because: 'checkedIn' })
})

test.each(['scopeMissing', 'botMissing', 'calendarDenied'])(
  'an app that may not see its calendar (%s) books nothing where booking is off; elsewhere it may have lost the right since',
  async (code) => {
    const denied = async () => err({ code })
    expect((await atTheDeadline(denied, 'off')).outcome).toEqual({ kind: 'released' })
    const kept = { kind: 'kept', because: 'calendarUnreachable' }
    expect((await atTheDeadline(denied, 'everyone')).outcome).toEqual(kept)
  },
)
